package io.channelkeeper.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitForSelectorState;
import practice.PracticeNetworks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One test's browser windows: people at desks and phones, what they see, and whether any
 * page complained.
 */
public final class Browsing {

	/** How long is waited for what a page shall show, in milliseconds. */
	private static final double PATIENCE = 30_000;

	private static final String AXE = AxeBuilder.getAxeScript();

	static final Path SHOTS = Path.of("target", "screenshots");

	/**
	 * What this browser's own driver hears when it reaches into a mail of the mailbox.
	 */
	private static final String BLOCKED_IN_MAILS = "Blocked script execution in 'about:srcdoc'";

	private static final String SEND_EMPTY = """
			const main = '.btn-primary, .button-wide';
			const form = document.querySelector(`main form[method=post]:has(${main})`);
			form.noValidate = true;
			form.querySelectorAll('input:not([type=hidden],[type=file]), textarea').forEach((field) => {
				if (field.matches('[type=radio], [type=checkbox]')) {
					field.checked = false;
				}
				else {
					field.value = '';
				}
			});
			document.documentElement.dataset.left = '';
			form.requestSubmit(form.querySelector(main));
			""";

	private final List<BrowserContext> people = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private final Browser browser;

	private final String address;

	private final PracticeNetworks practice;

	Browsing(Browser browser, String address, PracticeNetworks practice) {
		this.browser = browser;
		this.address = address;
		this.practice = practice;
	}

	/** The application's own public address, without a slash at its end. */
	public String address() {
		return this.address;
	}

	public PracticeNetworks practice() {
		return this.practice;
	}

	/**
	 * A new person at a desk of 1440 by 900 pixels; the language is {@code de} or
	 * {@code en}.
	 */
	public Page desk(String language) {
		return open(new NewContextOptions().setViewportSize(1440, 900), language);
	}

	/** A new person with a phone of 390 by 664 pixels. */
	public Page phone(String language) {
		return phone(language, true);
	}

	/** A new person with a phone whose browser runs no scripts. */
	public Page phoneWithoutScripts(String language) {
		return phone(language, false);
	}

	/**
	 * Moves the time of networks and application.
	 * @param control a page that may leave for the practice networks
	 * @param by as the control page says it, such as {@code one day on}
	 */
	public void moveTime(Page control, String by) {
		control.navigate(practice().baseUrl() + "/");
		control.locator("select[name=by]").selectOption(new SelectOption().setLabel(by));
		control.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move time")).click();
	}

	/** A new person with a browser of one's own making. */
	public Page open(NewContextOptions options, String language) {
		BrowserContext context = this.browser.newContext(options.setBaseURL(this.address)
			.setLocale(language.equals("de") ? "de-DE" : "en-GB")
			.setTimezoneId("Europe/Berlin"));
		// Two browsers share the machine; what does not come at all takes longer to fail.
		context.setDefaultTimeout(PATIENCE);
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		context.onConsoleMessage(this::hear);
		context.onWebError((error) -> this.complaints.add(error.page().url() + ": " + error.error()));
		this.people.add(context);
		return context.newPage();
	}

	/** Lets the pages of a window open no other one, as blockers of pop-ups do. */
	public void blockPopUps(Page page) {
		page.addInitScript("window.open = () => null");
	}

	/** Signs a member in on the sign-in page. */
	public void signIn(Page page, String email, String password) {
		page.navigate("/login");
		page.locator("input[type=email]").fill(email);
		page.locator("input[type=password]").fill(password);
		page.locator("main button[type=submit], main input[type=submit]").first().click();
		page.waitForURL((url) -> !url.contains("/login"));
	}

	/** Keeps how the whole page looks as {@code target/screenshots/<name>.png}. */
	public void shot(Page page, String name) {
		Page.ScreenshotOptions whole = new Page.ScreenshotOptions().setFullPage(true)
			.setPath(SHOTS.resolve(name + ".png"));
		try {
			page.screenshot(whole);
		}
		catch (TimeoutError ex) {
			// Chromium drops a picture that was begun while the page was being left.
			page.screenshot(whole);
		}
	}

	/** Keeps what is seen without scrolling. */
	public void firstView(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
	}

	/** Fails with a list if axe-core finds anything on the page. */
	public void checkAccessible(Page page) {
		if (page.evaluate("typeof axe").equals("undefined")) {
			page.evaluate(AXE);
		}
		Object found = page.evaluate("""
				axe.run({ resultTypes: ['violations'] }).then((result) => result.violations.map((rule) =>
					`${rule.impact} ${rule.id}: ${rule.help} ${rule.nodes.map((node) => node.html)}`))""");
		assertThat((List<?>) found).as("accessibility of " + page.url()).isEmpty();
	}

	/** Fails if the page can be scrolled sideways. */
	public void checkFits(Page page) {
		Object extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(((Number) extra).intValue()).as("pixels that stand out at the side of " + page.url()).isZero();
	}

	/**
	 * Looks at the page as it is at a desk of 1440 pixels and on a phone of 390: keeps
	 * both, and fails if axe-core finds anything or something stands out at the side.
	 */
	public void check(Page page, String name) {
		ViewportSize size = page.viewportSize();
		try {
			page.setViewportSize(1440, 900);
			shot(page, name + "-desk");
			checkAccessible(page);
			page.setViewportSize(390, 664);
			shot(page, name + "-phone");
			checkAccessible(page);
			checkFits(page);
		}
		finally {
			page.setViewportSize(size.width, size.height);
		}
	}

	/**
	 * Sends the page's main form with nothing in it and no choice made.
	 * @return the answer
	 */
	public Response sendEmpty(Page page) {
		Response answer = page.waitForResponse((response) -> response.request().isNavigationRequest(),
				() -> page.evaluate(SEND_EMPTY));
		page.locator("html:not([data-left])").waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		page.waitForLoadState();
		return answer;
	}

	/**
	 * Fails if any page complained so far: script errors, blocked content, missing files.
	 */
	public void checkQuiet() {
		assertThat(this.complaints).as("complaints in the browser's console").isEmpty();
	}

	/** This test expects complaints up to here. */
	public void overlookComplaints() {
		this.complaints.clear();
	}

	void end(String test, boolean failed) {
		try {
			if (failed) {
				for (BrowserContext context : this.people) {
					context.pages().forEach((page) -> shot(page, "failed/" + test + "-" + page.hashCode()));
				}
			}
			else {
				checkQuiet();
			}
		}
		finally {
			this.people.forEach(BrowserContext::close);
		}
	}

	private Page phone(String language, boolean scripts) {
		return open(new NewContextOptions().setViewportSize(390, 664)
			.setDeviceScaleFactor(2)
			.setIsMobile(true)
			.setHasTouch(true)
			.setJavaScriptEnabled(scripts)
			.setUserAgent("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
					+ " Chrome/148.0.0.0 Mobile Safari/537.36"),
				language);
	}

	private void hear(ConsoleMessage message) {
		boolean answerOfThePageItself = message.text().startsWith("Failed to load resource")
				&& message.location().startsWith(message.page().url());
		if (message.type().equals("error") && !answerOfThePageItself && !message.text().startsWith(BLOCKED_IN_MAILS)) {
			this.complaints.add(message.page().url() + ": " + message.text() + " " + message.location());
		}
	}

}
