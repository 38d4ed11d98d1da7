package io.channelkeeper.browser;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practice.Fault;
import practice.tiktok.TikTokLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of a TikTok channel, from the invitation to the portfolio, and what can stop a
 * creator on it.
 */
@BrowserTest
class TikTokWalkTests {

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("I-1, I-10, I-12: a TikTok channel is connected on a phone")
	void connectsByInvitation(Browsing browsing) {
		Invited invited = invite("anakocht", "en");
		CreatorPhone ana = arrive(browsing, invited, "en");
		browsing.firstView(ana.page(), "tiktok/1-connect");
		browsing.checkFits(ana.page());
		browsing.checkAccessible(ana.page());
		ana.leave();
		browsing.shot(ana.page(), "tiktok/2-login");
		ana.logInAsRemembered();
		browsing.shot(ana.page(), "tiktok/3-consent");
		ana.agree();
		assertThat(ana.page().locator(".tick")).isVisible();
		assertThat(ana.heading()).contains("@anakocht");
		assertThat(ana.taps()).isLessThanOrEqualTo(5);
		assertThat(browsing.practice().life(TikTokLife.class).hasApp("ana")).isTrue();
		Page desk = browsing.desk("en");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio");
		assertThat(desk.locator("tr", new Page.LocatorOptions().setHasText("Creator anakocht")))
			.containsText("Connected");
		assertThat(desk.locator("main")).containsText("51,200");
		desk.navigate("/creators/" + invited.creator());
		assertThat(desk.locator("main")).containsText(Pattern.compile("Renew by .+, says TikTok"));
		browsing.shot(desk, "tiktok/4-creator");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("obstacles")
	@DisplayName("B-4, B-5, I-9: what stops a creator is named, and the same link goes on")
	void namesWhatIsMissing(Obstacle obstacle, Browsing browsing) {
		CreatorPhone phone = arrive(browsing, invite(obstacle.handle(), obstacle.language()), obstacle.language());
		phone.leave();
		phone.logIn(obstacle.who());
		phone.switchOff(obstacle.off());
		phone.agree();
		expectStuck(browsing, phone, obstacle.heading());
		phone.leave();
		if (!obstacle.who().equals(obstacle.right())) {
			phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch account")).tap();
			phone.logIn(obstacle.right());
		}
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains("@" + obstacle.handle());
	}

	static Stream<Obstacle> obstacles() {
		return Stream.of(
				new Obstacle("mila", "mila", "milanovak", "de", Set.of("user.info.stats"),
						"Ein Schalter war aus: Profilstatistik"),
				new Obstacle("noah", "noah", "noahstein", "en", Set.of("user.info.basic", "user.info.profile"),
						"Some switches were off: Basic profile, Profile information"),
				new Obstacle("finn", "finnotto", "finnotto", "de", Set.of(),
						"Das war @finn_backstage, nicht @finnotto"),
				new Obstacle("greta", "ana", "anakocht", "en", Set.of(), "That was @greta.lang, not @anakocht"));
	}

	@Test
	@DisplayName("I-9: a creator who stops at TikTok has shared nothing")
	void letsTheCreatorStop(Browsing browsing) {
		CreatorPhone phone = arrive(browsing, invite("lotteberg", "en"), "en");
		phone.leave();
		phone.logIn("lotte");
		phone.cancel();
		expectStuck(browsing, phone, "Not connected yet. Nothing was shared");
		assertThat(browsing.practice().life(TikTokLife.class).hasApp("lotte")).isFalse();
	}

	@Test
	@DisplayName("N-5: TikTok's limits cost nothing but time")
	void outlastsTheLimit(Browsing browsing) {
		CreatorPhone phone = arrive(browsing, invite("paul_reiter", "de"), "de");
		phone.leave();
		phone.logIn("paul");
		browsing.practice().faults().plan("tiktok", Fault.LIMITED, 0, "user");
		phone.agree();
		expectStuck(browsing, phone, "TikTok antwortet gerade nicht. Dein Link bleibt gültig");
		browsing.practice().faults().end();
		phone.leave();
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
	}

	private Invited invite(String handle, String language) {
		return Invited.at("tiktok", "tiktok", this.context, handle, language);
	}

	private static CreatorPhone arrive(Browsing browsing, Invited invited, String language) {
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone(language));
		phone.openInvitation(invited.email());
		return phone;
	}

	private static void expectStuck(Browsing browsing, CreatorPhone phone, String heading) {
		browsing.shot(phone.page(), "tiktok/stuck-" + heading.replaceAll("[^A-Za-z]+", "-"));
		assertThat(phone.heading()).isEqualTo(heading);
		browsing.checkAccessible(phone.page());
		browsing.checkFits(phone.page());
	}

	/**
	 * What stands in somebody's way.
	 *
	 * @param who logs in first
	 * @param right who has to log in
	 * @param handle the invited channel
	 * @param language of the creator
	 * @param off permissions that are switched off
	 * @param heading what the creator reads
	 */
	record Obstacle(String who, String right, String handle, String language, Set<String> off, String heading) {

		@Override
		public String toString() {
			return this.who;
		}

	}

}
