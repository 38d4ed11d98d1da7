package io.channelkeeper.browser;

import java.util.UUID;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.ReceivedMail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.TestConnections;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever may not or cannot mend an interrupted channel asks the right person, who does
 * so elsewhere, and sees it back on the page that is open.
 */
@BrowserTest
class RenewalWalkTests {

	private static final ContainsTextOptions LIVE = new ContainsTextOptions().setTimeout(15_000);

	private static final HasCountOptions GONE = new HasCountOptions().setTimeout(20_000);

	/** What every page asks for, it asks for less often. */
	private static final ContainsTextOptions SLOWER = new ContainsTextOptions().setTimeout(20_000);

	@Autowired
	ApplicationContext context;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestConnections connections;

	@Test
	@DisplayName("H-9, H-11, H-12, H-25, M-12: from the banner to a creator’s phone and back in at most five taps")
	void theCreatorRenews(Browsing browsing) throws Exception {
		Viewer manager = this.organizations.member(this.organizations.make("Lumen Social"), Role.MANAGER,
				"Jonas Weber");
		Invited ana = Invited.by(manager, this.context, "anakocht", "de");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("de"));
		phone.follow(ana, "ana");
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		browsing.practice().facebook().removeApp("ana");
		this.connections.probe(manager, ana.channel());

		Page desk = browsing.desk("en");
		browsing.signIn(desk, manager.email(), TestOrganizations.PASSWORD);
		Page other = stays(desk.context().newPage(), "/portfolio");
		assertThat(other.locator(".alarm")).containsText("1 channel is interrupted. No new figures or pictures");
		assertThat(other.locator("#alarm-mark .alarm-mark")).isVisible();
		assertThat(other.locator("#alarm-nav")).containsText("(1)");
		browsing.check(other, "renewal/1-banner");

		desk.navigate("/portfolio");
		desk.locator(".alarm a").click();
		desk.waitForURL("**/connections/reconnect");
		assertThat(part(desk, "creators")).containsText("Invalid: access removed");
		browsing.check(desk, "renewal/2-creators");
		button(part(desk, "creators"), "Ask Creator anakocht to renew").click();
		assertThat(part(desk, "waiting")).containsText("asked Creator anakocht just now, not opened");
		assertThat(desk.locator(".alarm-mark, .alarm-count, #part-creators")).hasCount(0);
		browsing.check(desk, "renewal/3-waiting");
		desk.evaluate("window.neverReloaded = true");

		phone.openMail(ana.email(), 1);
		look(browsing, phone, "renewal/4-mail");
		phone.followMail();
		assertThat(phone.heading()).isEqualTo("@anakocht braucht eine neue Anmeldung");
		look(browsing, phone, "renewal/5-page");
		browsing.checkAccessible(phone.page());
		assertThat(part(desk, "waiting")).containsText(", opened just now", LIVE);
		assertThat(other.locator(".alarm, .alarm-mark, .alarm-count")).hasCount(0, GONE);
		phone.leave();
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).isEqualTo("@anakocht ist verbunden");
		assertThat(phone.taps()).isLessThanOrEqualTo(5);
		look(browsing, phone, "renewal/6-tick");
		browsing.checkAccessible(phone.page());

		assertThat(desk.locator("#interrupted")).containsText("Nothing is interrupted. Last checked", LIVE);
		assertThat(desk.locator(".alarm-mark, .alarm-count")).hasCount(0);
		browsing.check(desk, "renewal/7-well");
		neverReloaded(desk);
		assertThat(other.locator("tr", new Page.LocatorOptions().setHasText("Creator anakocht")).locator(".chip"))
			.containsText("Connected", LIVE);
		assertThat(other.locator(".alarm, .alarm-mark, .alarm-count")).hasCount(0);
		neverReloaded(other);
	}

	@Test
	@DisplayName("H-3, H-4, B-17, M-12: a marketer asks, the manager reconnects out of the mail, side by side")
	void theManagerReconnects(Browsing browsing) throws Exception {
		Viewer manager = this.organizations.member(this.organizations.make("Lumen Social"), Role.MANAGER,
				"Jonas Weber");
		this.organizations.speak(manager, "de");
		UUID creator = this.creators.named(manager, "Iris Demir");
		UUID channel = this.channels.add(manager, creator, TestChannels.address("facebook", "irisdemir"));
		this.connections.signIn(manager, channel, "iris");
		browsing.practice().facebook().changePassword("iris");
		this.connections.probe(manager, channel);

		Page managers = browsing.desk("de");
		browsing.signIn(managers, manager.email(), TestOrganizations.PASSWORD);
		stays(managers, "/portfolio");
		assertThat(managers.locator(".bell-count")).containsText("1");
		Page second = withoutScripts(browsing, manager);
		Page marketers = browsing.desk("en");
		browsing.signIn(marketers, this.organizations.member(manager, Role.MARKETER).email(),
				TestOrganizations.PASSWORD);
		stays(marketers, "/creators/" + creator);
		Locator card = marketers.locator("#channel-" + channel);
		assertThat(card).containsText("Invalid: password changed");
		assertThat(card).containsText("Last connected by Jonas Weber on ");
		assertThat(card.getByText("Reconnect", new Locator.GetByTextOptions().setExact(true))).hasCount(0);
		browsing.check(marketers, "renewal/a-marketer");
		neverReloaded(marketers);
		button(card, "Ask Jonas Weber to reconnect").click();
		assertThat(marketers.locator(".alert-flash")).containsText("on its way to Jonas Weber");
		assertThat(card).containsText("Mia Marketer asked Jonas Weber on ");
		browsing.check(marketers, "renewal/b-asked");
		marketers.evaluate("window.neverReloaded = true");

		assertThat(part(second, "now")).containsText("Last connected by Jonas Weber on ");
		button(part(second, "now"), "Ask Jonas Weber to reconnect").click();
		assertThat(second.locator(".alert-flash")).containsText("Mia Marketer asked Jonas Weber already, on ");
		assertThat(part(second, "waiting")).containsText("Mia Marketer asked Jonas Weber just now");
		assertThat(part(second, "waiting").locator("form[action$='/ask']")).hasCount(0);
		browsing.shot(second, "renewal/c-second");

		assertThat(managers.locator(".bell-count")).containsText("2", SLOWER);
		neverReloaded(managers);
		managers.locator(".bell").click();
		assertThat(managers.locator("main")).containsText("Mia Marketer bittet dich, @irisdemir erneut zu verbinden");
		browsing.check(managers, "renewal/d-notices");
		reconnect(browsing, managers, manager, channel);

		assertThat(card.locator(".chip")).containsText("Connected", LIVE);
		assertThat(card).not().containsText("Mia Marketer asked");
		assertThat(marketers.locator(".alarm, .alarm-mark, .alarm-count")).hasCount(0, GONE);
		browsing.check(marketers, "renewal/g-back");
		neverReloaded(marketers);
	}

	/** Out of the mail, in the same window. */
	private static void reconnect(Browsing browsing, Page desk, Viewer manager, UUID channel) {
		ReceivedMail mail = browsing.practice().mailbox().awaitAbout(manager.email(), "Mia Marketer bittet dich");
		browsing.blockPopUps(desk);
		desk.navigate(browsing.practice().baseUrl() + "/mailbox/" + mail.number());
		browsing.shot(desk, "renewal/e-mail");
		desk.locator(".links a[href*='/connect']").first().click();
		desk.waitForURL("**/channels/" + channel + "/connect*");
		browsing.check(desk, "renewal/f-before");
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Weiter zu Facebook")).click();
		desk.waitForURL("**/facebook/**");
		desk.locator("button[name=as][value=iris]").click();
		desk.waitForURL("**/facebook/dialog/**");
		desk.getByText("Continue as Iris Demir").click();
		desk.waitForURL((address) -> address.startsWith(browsing.address()) && !address.contains("/connect"));
		assertThat(desk.locator(".alert-flash")).containsText("@irisdemir");
		browsing.check(desk, "renewal/h-done");
	}

	/** Another marketer, whose page does not change by itself. */
	private Page withoutScripts(Browsing browsing, Viewer manager) {
		Page page = browsing.open(new NewContextOptions().setViewportSize(1440, 900).setJavaScriptEnabled(false), "en");
		browsing.signIn(page, this.organizations.member(manager, Role.MARKETER, "Lea Sommer").email(),
				TestOrganizations.PASSWORD);
		page.navigate("/connections/reconnect");
		return page;
	}

	private static Page stays(Page page, String path) {
		page.navigate(path);
		page.evaluate("window.neverReloaded = true");
		return page;
	}

	private static void neverReloaded(Page page) {
		assertThat(page.evaluate("window.neverReloaded")).as(page.url()).isEqualTo(true);
	}

	private static Locator part(Page page, String word) {
		return page.locator("section[aria-labelledby=part-" + word + "]");
	}

	private static Locator button(Locator within, String name) {
		return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void look(Browsing browsing, CreatorPhone phone, String name) {
		browsing.firstView(phone.page(), name);
		browsing.shot(phone.page(), name + "-whole");
		browsing.checkFits(phone.page());
	}

}
