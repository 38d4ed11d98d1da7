package io.channelkeeper.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens in the workspace while somebody looks at it, and what the selected rows
 * offer to a keyboard and to a browser without scripts.
 */
@BrowserTest
class WorkspaceLiveTests {

	private static final ContainsTextOptions LIVE = new ContainsTextOptions().setTimeout(15_000);

	/** After this many milliseconds every page asked again what is new. */
	private static final long ROUND = 15_000;

	@Autowired
	ApplicationContext context;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Test
	@DisplayName("the cards change by themselves; an open menu stays open and the focus where it was")
	void theCreatorsPageChangesByItself(Browsing browsing) {
		Viewer admin = this.organizations.make("Lumen Social");
		Invited ana = Invited.by(admin, this.context, "anakocht", "en");
		Page desk = browsing.desk("en");
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + ana.creator());
		Locator card = desk.locator("article.channel-card");
		assertThat(card).containsText("Invited");
		card.locator("details.menu > summary").focus();
		desk.keyboard().press("Enter");
		desk.keyboard().press("Tab");
		Locator item = card.locator(".menu-panel a[href$='/handle']");
		assertThat(item).isFocused();
		desk.evaluate("window.neverReloaded = true");

		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.openInvitation(ana.email());
		phone.leave();
		phone.logInAsRemembered();
		phone.agree();

		assertThat(card).containsText("Connected", LIVE);
		assertThat(card).containsText("8,120");
		assertThat(desk.evaluate("window.neverReloaded")).isEqualTo(true);
		assertThat(card.locator(".menu-panel")).isVisible();
		assertThat(item).isFocused();
		desk.keyboard().press("Escape");
		assertThat(card.locator("details.menu > summary")).isFocused();
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("P-1: pages with every reason for a missing picture, and with a refused mail")
	void showsWhyPicturesAreMissing(String language, Browsing browsing) {
		Viewer admin = this.organizations.make("Lumen Social");
		UUID refused = channels(admin);
		Page desk = browsing.desk(language);
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		for (String path : new String[] { "/portfolio", "/portfolio?picture=missing", "/creators/" + refused,
				"/creators/" + refused + "/invite", "/invitations", "/creators/" + connected(admin) + "/invite" }) {
			desk.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
			String name = "live/" + language
					+ path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x").replaceAll("[^a-z]+", "-");
			desk.setViewportSize(1440, 900);
			browsing.shot(desk, name);
			browsing.checkAccessible(desk);
			browsing.checkFits(desk);
			desk.setViewportSize(390, 664);
			browsing.shot(desk, name + "-phone");
			browsing.checkFits(desk);
		}
	}

	@Test
	void theKeyboardAloneExports(Browsing browsing) throws Exception {
		Viewer admin = this.organizations.make("Lumen Social");
		channels(admin);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio");
		desk.locator("tbody input[name=creator]").first().focus();
		desk.keyboard().press("Space");
		assertThat(desk.locator(".selection")).isVisible();
		browsing.shot(desk, "live/selection");
		for (String name : new String[] { "first", "second" }) {
			desk.locator("[data-download]").focus();
			Download file = desk.waitForDownload(() -> desk.keyboard().press("Enter"));
			assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).as(name).contains("\uFEFF", "Ana");
		}
		desk.keyboard().press("Shift+Tab");
		desk.keyboard().press("Enter");
		assertThat(desk.locator(".alert-flash")).containsText("No reminder sent");
	}

	@Test
	void withoutScriptsItWorksAsWell(Browsing browsing) {
		Viewer admin = this.organizations.make("Lumen Social");
		channels(admin);
		Page desk = browsing.open(new NewContextOptions().setViewportSize(1440, 900).setJavaScriptEnabled(false), "en");
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio");
		desk.locator("tbody input[name=creator]").first().check();
		Download file = desk.waitForDownload(() -> desk.locator("[data-download]").click());
		assertThat(file.suggestedFilename()).isEqualTo("portfolio.csv");
		desk.locator("button[formaction^='/portfolio/remind']").click();
		assertThat(desk.locator(".alert-flash")).containsText("No reminder sent");
	}

	@Test
	@DisplayName("M-12, H-10, H-12: banner, marks and rows come and go while somebody types")
	void whatIsInterruptedComesAndGoes(Browsing browsing) {
		Viewer admin = this.organizations.make("Lumen Social");
		UUID first = interrupted(admin, "anakocht");
		Page list = browsing.desk("en");
		list.context().clock().install();
		browsing.signIn(list, admin.email(), TestOrganizations.PASSWORD);
		list.navigate("/connections/reconnect");
		browsing.check(list, "live/reconnect");
		Page form = list.context().newPage();
		form.navigate("/creators/new");
		form.locator("#name").fill("Half a na");
		Locator banner = form.locator(".alarm");
		assertThat(banner).containsText("1 channel is interrupted");
		banner.locator("button").click();
		assertThat(banner).hasCount(0);
		assertThat(form.locator("#alarm-mark")).containsText("1 channel is interrupted");

		UUID second = interrupted(admin, "benkocht");
		awaitNews(list, () -> banner.getByText("2 channels are interrupted").isVisible());
		assertThat(form.locator("#alarm-nav")).containsText("(2)");
		assertThat(list.locator("#interrupted tr[id]")).hasCount(2);
		browsing.check(form, "live/banner");

		this.rows.mend(first);
		this.rows.mend(second);
		awaitNews(list, () -> list.locator("#interrupted").getByText("Nothing is interrupted").isVisible()
				&& banner.count() == 0);
		assertThat(list.locator(".alarm-mark, .alarm-count")).hasCount(0);
		assertThat(form.locator(".alarm-mark, .alarm-count")).hasCount(0);
		assertThat(form.locator("#name")).hasValue("Half a na");
	}

	/** Time passes on all pages of a person until they show what is new. */
	private static void awaitNews(Page page, BooleanSupplier seen) {
		page.waitForCondition(() -> {
			page.context().clock().fastForward(ROUND);
			return seen.getAsBoolean();
		});
	}

	/** A login of the viewer's own that is valid no more. */
	private UUID interrupted(Viewer admin, String handle) {
		UUID channel = this.rows.channel(admin, this.rows.creator(admin, "Ana Kocht"), "instagram", handle);
		UUID login = this.rows.connect(admin, channel, Duration.ofDays(9));
		this.rows.connectedBy(admin, channel);
		this.rows.invalid(login, "PASSWORD_CHANGED");
		return login;
	}

	/** A creator for whom there is nothing left to ask. */
	private UUID connected(Viewer admin) {
		UUID zoe = this.rows.creator(admin, "Zoë");
		this.rows.connect(admin, this.rows.channel(admin, zoe, "instagram", "zoe"), Duration.ofDays(40));
		return zoe;
	}

	/** Creators in several conditions; the answer is the one whose mail was refused. */
	private UUID channels(Viewer admin) {
		UUID ana = this.rows.creator(admin, "Ana Kocht", "Food");
		UUID instagram = this.rows.channel(admin, ana, "instagram", "anakocht");
		this.rows.refuseMail(admin, this.rows.invite(admin, ana, instagram, "SENT", null));
		this.rows.channel(admin, ana, "tiktok", "anakocht");
		UUID ben = this.rows.channel(admin, this.rows.creator(admin, "Ben Sommer"), "instagram", "ben");
		this.rows.connect(admin, ben, Duration.ofDays(40));
		this.rows.noPicture(admin, ben, "TOO_LARGE");
		this.rows.ineligible(this.rows.channel(admin, this.rows.creator(admin, "Cleo"), "instagram", "cleo"),
				"PRIVATE");
		UUID dora = this.rows.channel(admin, this.rows.creator(admin, "Dora"), "instagram", "dora");
		this.rows.invalid(this.rows.connect(admin, dora, Duration.ofDays(9)), "PASSWORD_CHANGED");
		this.rows.creator(admin, "Emil");
		return ana;
	}

}
