package io.channelkeeper.browser;

import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.ReceivedMail;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.TestConnections;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.TestWarnings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager reconnects three pages of one login in a window of its own.
 */
@BrowserTest
class ReconnectWalkTests {

	private static final ContainsTextOptions LIVE = new ContainsTextOptions().setTimeout(20_000);

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestConnections connections;

	@Autowired
	TestWarnings warnings;

	@Test
	@DisplayName("H-7, H-9, H-12, H-13, M-6, M-11, M-12, B-5: password changed, role lost on one of three pages, back"
			+ " by one sign-in from the mail")
	void reconnectsInAWindow(Browsing browsing) throws Exception {
		Viewer manager = this.organizations.member(this.organizations.make("Lumen Social"), Role.MANAGER);
		UUID creator = this.creators.named(manager, "Iris Demir");
		UUID iris = page(manager, creator, "irisdemir");
		UUID travels = page(manager, creator, "iristravels");
		UUID books = page(manager, creator, "irisbooks");
		for (UUID channel : new UUID[] { iris, travels, books }) {
			this.connections.signIn(manager, channel, "iris");
		}
		Page desk = browsing.desk("en");
		browsing.signIn(desk, manager.email(), TestOrganizations.PASSWORD);
		Page watched = desk.context().newPage();
		watched.navigate("/creators/" + creator);
		watched.evaluate("window.neverReloaded = true");
		browsing.practice().facebook().changePassword("iris");
		this.connections.probe(manager, iris);
		assertThat(card(watched, iris)).containsText("Invalid: password changed", LIVE);
		assertThat(watched.locator(".alarm")).containsText("3 channels are interrupted", LIVE);
		assertThat(watched.locator("#alarm-mark")).containsText("3 channels are interrupted");

		desk.bringToFront();
		openMail(browsing, desk, manager);
		assertThat(desk.locator("#channel-" + iris)).containsText("Invalid: password changed");
		desk.getByText("Reconnect all 3").click();
		desk.waitForURL("**/channels/" + iris + "/connect*");
		assertThat(desk.locator("main")).containsText("This also brings back: @irisbooks (Facebook), @iristravels");
		browsing.check(desk, "reconnect/1-before");

		Page window = inAWindow(desk, () -> leave(desk));
		assertThat(desk.locator("[data-window-waiting]")).containsText("Finish in the other window");
		browsing.check(desk, "reconnect/2-waiting");
		window.close();
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).first().click();
		assertThat(continueButton(desk)).isFocused();
		Page wrong = inAWindow(desk, () -> leave(desk));
		consent(wrong, "finn", "Finn Otto");
		desk.waitForURL("**/channels/" + iris + "/connect/*");
		desk.waitForCondition(wrong::isClosed);
		assertThat(desk.locator("h1")).containsText("@irisdemir");
		assertThat(desk.locator("main")).containsText("Nothing was connected and nothing was changed");
		browsing.check(desk, "reconnect/3-other-account");
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
		desk.waitForURL((address) -> address.contains("/connect?from="));

		browsing.practice().facebook().takeRole("iris", "iristravels");
		Page right = inAWindow(desk, () -> leave(desk));
		right.getByText("Not you?").click();
		consent(right, "iris", "Iris Demir");
		desk.waitForURL("**/connections/reconnect");
		desk.waitForCondition(right::isClosed);
		assertThat(desk.locator(".alert-flash")).containsText("Also back: @irisbooks (Facebook)");
		assertThat(desk.locator(".alert-flash")).containsText("Not back: @iristravels (Facebook) – page role lost");
		browsing.check(desk, "reconnect/4-back");
		watched.bringToFront();
		assertThat(card(watched, iris).locator(".chip")).containsText("Connected", LIVE);
		assertThat(card(watched, books).locator(".chip")).containsText("Connected", LIVE);
		assertThat(card(watched, travels)).containsText("Invalid: page role lost", LIVE);
		assertThat(watched.locator(".alarm")).containsText("1 channel is interrupted", LIVE);
		assertThat(watched.evaluate("window.neverReloaded")).isEqualTo(true);
	}

	/** The mail that was gathered by now, and from it to the list. */
	private void openMail(Browsing browsing, Page desk, Viewer manager) {
		this.warnings.letMinutesPass(manager);
		ReceivedMail mail = browsing.practice().mailbox().await(manager.email(), 0);
		assertThat(mail.subject()).startsWith("3 channels are interrupted, among them @irisbooks (Facebook)");
		assertThat(mail.text()).contains("Iris Demir", "@irisdemir (Facebook): Invalid: password changed");
		desk.navigate(browsing.practice().baseUrl() + "/mailbox/" + mail.number());
		browsing.shot(desk, "reconnect/0-mail");
		desk.locator(".links a[href*='/connections/reconnect']").first().click();
		desk.waitForURL("**/connections/reconnect*");
	}

	private UUID page(Viewer member, UUID creator, String handle) {
		return this.channels.add(member, creator, TestChannels.address("facebook", handle));
	}

	private static Locator card(Page page, UUID channel) {
		return page.locator("#channel-" + channel);
	}

	private static Locator continueButton(Page desk) {
		return desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue to Facebook"));
	}

	private static void leave(Page desk) {
		continueButton(desk).click();
	}

	private static Page inAWindow(Page desk, Runnable opens) {
		Page window = desk.waitForPopup(opens);
		window.waitForURL("**/facebook/**");
		return window;
	}

	/** Logs in at the network, where somebody else may still be, and agrees. */
	private static void consent(Page window, String key, String name) {
		window.locator("button[name=as][value='" + key + "']").click();
		window.waitForURL("**/facebook/dialog/**");
		window.getByText("Continue as " + name).click();
	}

}
