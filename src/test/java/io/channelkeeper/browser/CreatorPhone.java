package io.channelkeeper.browser;

import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import practice.ReceivedMail;

/**
 * A creator with a phone: opens the invitation out of the mailbox, signs in at the
 * practice network, and counts every tap.
 */
final class CreatorPhone {

	private static final Pattern LEAVE = Pattern
		.compile("^(Continue to|Weiter zu|Try again|Noch einmal versuchen|Check again|Erneut prüfen).*");

	private final Browsing browsing;

	private final Page page;

	private int taps;

	CreatorPhone(Browsing browsing, Page page) {
		this.browsing = browsing;
		this.page = page;
	}

	Page page() {
		return this.page;
	}

	/** How often the creator tapped so far. */
	int taps() {
		return this.taps;
	}

	/** Opens the newest mail to an address and follows its link to an invitation. */
	void openInvitation(String email) {
		ReceivedMail mail = this.browsing.practice().mailbox().await(email, 0);
		this.page.navigate(this.browsing.practice().baseUrl() + "/mailbox/" + mail.number());
		tap(this.page.locator(".links a[href*='/connect/']").first());
		this.page.waitForURL("**/connect/**");
	}

	/** Looks into the mailbox and opens the newest mail; taps are counted from there. */
	void openMail(String email, int before) {
		this.browsing.practice().mailbox().await(email, before);
		this.page.navigate(this.browsing.practice().baseUrl() + "/mailbox");
		tap(this.page.locator("tr", new Page.LocatorOptions().setHasText(email)).first().locator("a"));
		this.page.waitForURL("**/mailbox/*");
		this.taps = 0;
	}

	/** Follows the mail that is open, by its button. */
	void followMail() {
		tap(this.page.frameLocator("iframe").locator("a[href*='/connect/']").first());
		this.page.waitForURL("**/connect/**");
	}

	/** Opens the invitation, leaves for the network and logs in there as somebody. */
	void follow(Invited invited, String key) {
		openInvitation(invited.email());
		leave();
		logIn(key);
	}

	/** Leaves for the network with the page's one main button. */
	void leave() {
		tap(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(LEAVE)).last());
		this.page.waitForURL((url) -> url.startsWith(this.browsing.practice().baseUrl()));
	}

	/** Takes the other way to the same channel. */
	void chooseInstead(String provider) {
		tap(this.page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName(Pattern.compile(provider + " instead$|^Lieber über " + provider))));
		this.page
			.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(Pattern.compile("^(Continue to|Weiter zu) " + provider)))
			.waitFor();
	}

	/** Logs in at the practice network as somebody. */
	void logIn(String key) {
		tap(this.page.locator("button[name=as][value='" + key + "']"));
		awaitConsent();
	}

	/** Logs in with what stands in the form already. */
	void logInAsRemembered() {
		tap(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in").setExact(true)));
		awaitConsent();
	}

	/** Switches permissions off before continuing. */
	void switchOff(Set<String> permissions) {
		permissions.forEach((permission) -> tap(this.page.locator("input[value='" + permission + "']")));
	}

	/** Ticks every page that is not ticked. */
	void tickPages() {
		Locator open = this.page.locator("input[name=page]:not(:checked)");
		while (open.count() > 0) {
			tap(open.first());
		}
	}

	void agree() {
		tap(this.page.getByText(Pattern.compile("^Continue as")));
		this.page.waitForURL("**/connect/**");
	}

	void cancel() {
		tap(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")));
		this.page.waitForURL("**/connect/**");
	}

	String heading() {
		return this.page.locator("h1").innerText();
	}

	/** On every practice network's consent page the decision is made by a button. */
	private void awaitConsent() {
		this.page.locator("button[name=decision]").first().waitFor();
	}

	private void tap(Locator where) {
		where.scrollIntoViewIfNeeded();
		where.tap();
		this.taps++;
	}

}
