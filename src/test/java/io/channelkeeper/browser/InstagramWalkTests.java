package io.channelkeeper.browser;

import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.instagram.InstagramLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the invitation through Instagram's own login to a connected channel, and what can
 * come in between.
 */
@BrowserTest
class InstagramWalkTests {

	@Autowired
	ApplicationContext context;

	@BeforeEach
	void begin(Browsing browsing) {
		browsing.practice().life(InstagramLife.class).reset();
	}

	@Test
	@DisplayName("I-1, I-4, I-10: connected through Instagram itself, without any page")
	void connectsWithoutAPage(Browsing browsing) {
		Invited invited = invited("dariocooks", "de");
		CreatorPhone dario = new CreatorPhone(browsing, browsing.phone("de"));
		dario.openInvitation(invited.email());
		assertThat(dario.page().locator("main"))
			.containsText("Über Instagram (empfohlen): Profil, Follower und Insights");
		browsing.shot(dario.page(), "instagram/1-connect");
		browsing.checkFits(dario.page());
		browsing.checkAccessible(dario.page());
		dario.leave();
		browsing.shot(dario.page(), "instagram/2-login");
		dario.logIn("dariocooks");
		browsing.shot(dario.page(), "instagram/3-consent");
		dario.agree();
		assertThat(dario.heading()).contains("@dariocooks");
		assertThat(dario.taps()).isLessThanOrEqualTo(5);
		assertThat(dario.page().locator("main")).containsText("Website-Berechtigungen");
		assertThat(dario.page().locator("main")).containsText("erneuert sich von selbst");
		browsing.shot(dario.page(), "instagram/4-done");
		expectConnected(browsing, invited, "21.400");
	}

	@Test
	@DisplayName("N-4, H-22: the creator goes the other way with one more tap")
	void letsTheCreatorGoByThePage(Browsing browsing) {
		Invited invited = invited("lotteberg", "en");
		CreatorPhone lotte = new CreatorPhone(browsing, browsing.phone("en"));
		lotte.openInvitation(invited.email());
		assertThat(lotte.page().locator("main")).not().containsText("It is linked with a Facebook page");
		lotte.chooseInstead("Facebook");
		assertThat(lotte.page().locator("main")).containsText("It is linked with a Facebook page");
		assertThat(lotte.page().locator("main")).containsText("List of your pages");
		browsing.shot(lotte.page(), "instagram/other-way");
		browsing.checkAccessible(lotte.page());
		lotte.leave();
		lotte.logIn("lotte");
		lotte.agree();
		assertThat(lotte.heading()).contains("@lotteberg");
	}

	@Test
	@DisplayName("B-4: who has no page is offered the way that needs none")
	void leadsAroundAMissingPage(Browsing browsing) {
		Invited invited = Invited.at("instagram", "facebook", this.context, "finnotto", "en");
		CreatorPhone finn = new CreatorPhone(browsing, browsing.phone("en"));
		finn.openInvitation(invited.email());
		finn.leave();
		finn.logIn("ben");
		finn.agree();
		assertThat(finn.heading()).isEqualTo("Your login has no Facebook page");
		finn.chooseInstead("Instagram");
		assertThat(finn.heading()).contains("would like to connect");
		finn.leave();
		finn.logIn("finnotto");
		finn.agree();
		assertThat(finn.heading()).contains("@finnotto");
	}

	@Test
	@DisplayName("I-9: one switch off leaves no connection, and is named")
	void namesThePermissionThatIsOff(Browsing browsing) {
		Invited invited = invited("milanovak", "de");
		CreatorPhone mila = new CreatorPhone(browsing, browsing.phone("de"));
		mila.openInvitation(invited.email());
		mila.leave();
		mila.logIn("milanovak");
		mila.switchOff(Set.of("instagram_business_manage_insights"));
		mila.agree();
		assertThat(mila.heading()).isEqualTo("Ein Schalter war aus: Insights");
		mila.leave();
		mila.agree();
		assertThat(mila.heading()).contains("@milanovak");
	}

	@Test
	@DisplayName("I-9: a creator who stops at Instagram has shared nothing")
	void letsTheCreatorStop(Browsing browsing) {
		Invited invited = invited("noahstein", "en");
		CreatorPhone noah = new CreatorPhone(browsing, browsing.phone("en"));
		noah.openInvitation(invited.email());
		noah.leave();
		noah.logIn("noahstein");
		noah.cancel();
		assertThat(noah.heading()).isEqualTo("Not connected yet. Nothing was shared");
		assertThat(browsing.practice().life(InstagramLife.class).hasApp("noahstein")).isFalse();
	}

	@Test
	@DisplayName("B-5: another account is named beside the expected one, and can be changed")
	void namesTheOtherAccount(Browsing browsing) {
		Invited invited = invited("paul_reiter", "en");
		CreatorPhone paul = new CreatorPhone(browsing, browsing.phone("en"));
		paul.openInvitation(invited.email());
		paul.leave();
		paul.logIn("finn_backstage");
		paul.agree();
		assertThat(paul.heading()).isEqualTo("That was @finn_backstage, not @paul_reiter");
		browsing.shot(paul.page(), "instagram/other-account");
		paul.leave();
		paul.logIn("paul_reiter");
		paul.agree();
		assertThat(paul.heading()).contains("@paul_reiter");
	}

	@Test
	@DisplayName("P-6, P-9: a personal account is told how to become a professional one")
	void helpsAPersonalAccount(Browsing browsing) {
		InstagramLife life = browsing.practice().life(InstagramLife.class);
		life.letPersonalIn(true);
		life.makePersonal("olga.petrenko");
		Invited invited = invited("olga.petrenko", "en");
		CreatorPhone olga = new CreatorPhone(browsing, browsing.phone("en"));
		olga.openInvitation(invited.email());
		olga.leave();
		olga.logIn("olga.petrenko");
		olga.agree();
		assertThat(olga.heading()).isEqualTo("This Instagram account is personal");
		life.makeProfessional("olga.petrenko");
		olga.leave();
		olga.agree();
		assertThat(olga.heading()).contains("@olga.petrenko");
	}

	private Invited invited(String handle, String language) {
		return Invited.at("instagram", "instagram", this.context, handle, language);
	}

	private static void expectConnected(Browsing browsing, Invited invited, String followers) {
		Page desk = browsing.desk("de");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio");
		assertThat(desk.locator("tbody tr").first()).containsText("Verbunden");
		assertThat(desk.locator("tbody tr").first()).containsText(followers);
		desk.navigate("/creators/" + invited.creator());
		assertThat(desk.locator("main")).containsText("Erneuert sich von selbst");
		desk.navigate("/creators/" + invited.creator() + "/invite?channel=" + invited.channel());
		assertThat(desk.getByRole(AriaRole.COMBOBOX).first()).containsText("über Instagram (empfohlen)");
		browsing.shot(desk, "instagram/5-invite");
	}

}
