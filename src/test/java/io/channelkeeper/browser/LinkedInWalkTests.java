package io.channelkeeper.browser;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.Fault;
import practice.linkedin.LinkedInLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A LinkedIn page and a member's profile on the way from a desk to a phone and back, and
 * what may stop them.
 */
@BrowserTest
class LinkedInWalkTests {

	private static final double LIVE = 20_000;

	private static final Pattern AGAIN = Pattern
		.compile("^(Try again|Noch einmal versuchen|Check again|Erneut prüfen).*");

	@Autowired
	ApplicationContext context;

	@Autowired
	TestOrganizations organizations;

	@Test
	@DisplayName("I-1, I-4, I-10, I-11: a page by invitation, the second one along, seconds of REVOKED (N-9)")
	void connectsAPageByInvitation(Browsing browsing) {
		life(browsing).revokeAtFirst(Duration.ofSeconds(1));
		Viewer marketer = this.organizations.member(this.organizations.make("Lumen Social"), Role.MARKETER);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, marketer.email(), TestOrganizations.PASSWORD);
		addCreator(desk, "Ana Kocht", "ana.linkedin@creators.example", "linkedin.com/company/brot-und-salz/about/");
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Invite")).first().click();
		desk.waitForURL("**/invite**");
		browsing.shot(desk, "linkedin/1-invite");
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send invitation")).click();
		desk.waitForURL("**/creators/**");
		desk.navigate("/portfolio");
		Locator row = desk.locator("tr", new Page.LocatorOptions().setHasText("Ana Kocht"));
		assertThat(row).containsText("Invited");

		CreatorPhone ana = new CreatorPhone(browsing, browsing.phone("en"));
		ana.openInvitation("ana.linkedin@creators.example");
		browsing.shot(ana.page(), "linkedin/2-connect");
		browsing.checkFits(ana.page());
		browsing.checkAccessible(ana.page());
		ana.leave();
		browsing.shot(ana.page(), "linkedin/3-login");
		ana.logInAsRemembered();
		browsing.shot(ana.page(), "linkedin/4-consent");
		ana.agree();
		browsing.shot(ana.page(), "linkedin/5-done");
		assertThat(ana.heading()).contains("company/brot-und-salz");
		assertThat(ana.page().locator(".tick")).isVisible();
		assertThat(ana.page().locator("main")).containsText("company/bistro-ana");
		assertThat(ana.taps()).isLessThanOrEqualTo(5);
		browsing.checkAccessible(ana.page());
		ana.page().locator("label", new Page.LocatorOptions().setHasText("company/bistro-ana")).tap();
		ana.page().locator("button.button-plain").first().tap();
		assertThat(ana.page().locator("main")).not().containsText("company/bistro-ana");

		assertThat(row).containsText("Connected", new ContainsTextOptions().setTimeout(LIVE));
		assertThat(row).containsText("12,850");
		row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ana Kocht").setExact(true)).click();
		assertThat(desk.locator(".channel-card", new Page.LocatorOptions().setHasText("company/bistro-ana"))
			.locator(".channel-state")).containsText("Connected");
		browsing.shot(desk, "linkedin/6-creator");
	}

	@Test
	@DisplayName("A member's own profile, known by its address only")
	void connectsAMembersProfile(Browsing browsing) {
		CreatorPhone rosa = invited(browsing, "in/rosa-marín", "de");
		rosa.leave();
		rosa.logIn("rosa");
		rosa.agree();
		assertThat(rosa.heading()).contains("in/rosa-marín");
		assertThat(rosa.page().locator(".tick")).isVisible();
	}

	@Test
	@DisplayName("B-4: a content admin hears that only super admins can connect, and goes on once one is")
	void namesARoleThatIsTooSmall(Browsing browsing) {
		Invited invited = Invited.at("linkedin", "linkedin", this.context, "company/studio-lang", "de");
		CreatorPhone greta = open(browsing, invited, "de");
		greta.leave();
		greta.logIn("greta");
		greta.agree();
		assertThat(greta.heading()).isEqualTo("Du arbeitest an „Studio Lang“ mit, verwaltest sie aber nicht");
		assertThat(greta.page().locator("main")).containsText("Super-Admin");
		browsing.shot(greta.page(), "linkedin/role-too-small");
		browsing.checkAccessible(greta.page());
		expectTold(browsing, invited, "de", "Hängt: Rolle auf der Seite reicht nicht");
		life(browsing).giveRole("greta", "studio-lang");
		goOn(greta, "company/studio-lang");
	}

	@Test
	@DisplayName("B-4: a member without pages hears what a page needs")
	void namesALoginWithoutThePage(Browsing browsing) {
		Invited invited = Invited.at("linkedin", "linkedin", this.context, "company/bistro-ana", "en");
		CreatorPhone ben = open(browsing, invited, "en");
		ben.leave();
		ben.logIn("ben");
		ben.agree();
		assertThat(ben.heading()).isEqualTo("This login leads to no such page or profile");
		browsing.shot(ben.page(), "linkedin/no-page");
		expectTold(browsing, invited, "en", "Stuck: login without that page or profile");
		life(browsing).giveRole("ben", "bistro-ana");
		goOn(ben, "company/bistro-ana");
	}

	@Test
	@DisplayName("B-5: another page is refused, and no page is mistaken for a profile")
	void namesAnotherPage(Browsing browsing) {
		Invited invited = Invited.at("linkedin", "linkedin", this.context, "company/finn-otto-gmbh", "en");
		CreatorPhone finn = open(browsing, invited, "en");
		finn.leave();
		finn.logIn("finn");
		finn.agree();
		assertThat(finn.heading()).isEqualTo("That was company/finn-backstage, not company/finn-otto-gmbh");
		browsing.shot(finn.page(), "linkedin/other-page");
		expectTold(browsing, invited, "en", "Stuck: other account: company/finn-backstage");
	}

	@Test
	@DisplayName("I-9: a creator who stops at LinkedIn has shared nothing and can go on")
	void letsTheCreatorStop(Browsing browsing) {
		CreatorPhone lotte = invited(browsing, "company/lotte-berg-studio", "en");
		lotte.leave();
		lotte.logIn("lotte");
		lotte.cancel();
		assertThat(lotte.heading()).isEqualTo("Not connected yet. Nothing was shared");
		assertThat(life(browsing).hasApp("lotte")).isFalse();
		lotte.leave();
		lotte.agree();
		assertThat(lotte.heading()).contains("company/lotte-berg-studio");
	}

	@Test
	@DisplayName("N-5: a LinkedIn that is limited costs nothing but time")
	void outlastsALimit(Browsing browsing) {
		CreatorPhone mila = invited(browsing, "company/mila-novak-design", "en");
		mila.leave();
		mila.logIn("mila");
		browsing.practice().faults().plan("linkedin", Fault.LIMITED, 0, "rest/");
		mila.agree();
		assertThat(mila.heading()).isEqualTo("LinkedIn is not answering. Your link stays good");
		browsing.practice().faults().end();
		goOn(mila, "company/mila-novak-design");
	}

	/** LinkedIn asks nothing while the first consent stands. */
	private static void goOn(CreatorPhone phone, String handle) {
		phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(AGAIN)).last().tap();
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains(handle);
	}

	private CreatorPhone invited(Browsing browsing, String handle, String language) {
		return open(browsing, Invited.at("linkedin", "linkedin", this.context, handle, language), language);
	}

	private static CreatorPhone open(Browsing browsing, Invited invited, String language) {
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone(language));
		phone.openInvitation(invited.email());
		return phone;
	}

	private static void expectTold(Browsing browsing, Invited invited, String language, String told) {
		Page desk = browsing.desk(language);
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/invitations?lang=" + language);
		assertThat(desk.locator("table.rows")).containsText(told);
		assertThat(desk.locator(".answer")).not().isEmpty();
		desk.context().close();
	}

	private static void addCreator(Page desk, String name, String email, String channel) {
		desk.navigate("/creators/new");
		desk.locator("[name=name]").fill(name);
		desk.locator("[name=email]").fill(email);
		desk.locator("[name=channels]").fill(channel);
		desk.locator("main form button[type=submit]").first().click();
		desk.waitForURL((url) -> !url.endsWith("/creators/new"));
	}

	private static LinkedInLife life(Browsing browsing) {
		return browsing.practice().life(LinkedInLife.class);
	}

}
