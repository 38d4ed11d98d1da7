package io.channelkeeper.browser;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practice.google.GoogleLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways through Google: a YouTube channel or a place of Google Business by invitation,
 * and what can stand in them.
 */
@BrowserTest
class GoogleWalkTests {

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("I-1, I-4, I-10, I-12: a YouTube channel, connected in at most five taps")
	void connectsAYouTubeChannel(Browsing browsing) {
		Invited invited = Invited.at("youtube", "google", this.context, "anakocht", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.openInvitation(invited.email());
		browsing.shot(phone.page(), "google/1-connect");
		browsing.checkFits(phone.page());
		browsing.checkAccessible(phone.page());
		phone.leave();
		browsing.shot(phone.page(), "google/2-login");
		browsing.checkAccessible(phone.page());
		phone.logIn("ana");
		browsing.shot(phone.page(), "google/3-consent");
		browsing.checkAccessible(phone.page());
		browsing.checkFits(phone.page());
		phone.agree();
		assertThat(phone.heading()).contains("@anakocht");
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.taps()).isLessThanOrEqualTo(5);
		browsing.shot(phone.page(), "google/4-done");
		browsing.checkAccessible(phone.page());
		Page desk = browsing.desk("en");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + invited.creator());
		Locator main = desk.locator("main");
		assertThat(main).containsText("Connected");
		assertThat(main).containsText(Pattern.compile("Followers\\s*15,200"));
		assertThat(main).containsText("Renews itself");
		browsing.shot(desk, "google/5-creator");
	}

	@Test
	@DisplayName("H-7, I-11: a place of Google Business, and the others of the same sign-in")
	void connectsPlacesOfGoogleBusiness(Browsing browsing) {
		Invited invited = Invited.at("google-business", "google", this.context, "cid:9000000202", "de");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("de"));
		phone.openInvitation(invited.email());
		namesNoNumber(phone.page());
		browsing.shot(phone.page(), "google/6-business");
		browsing.checkFits(phone.page());
		browsing.checkAccessible(phone.page());
		phone.leave();
		phone.logIn("ana");
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		namesNoNumber(phone.page());
		assertThat(phone.heading()).isEqualTo("Ana Kocht Markthalle ist verbunden");
		assertThat(phone.page().title()).contains("Ana Kocht Markthalle");
		assertThat(phone.page().locator(".face-stack").innerText()).isEqualTo("AM");
		assertThat(phone.page().locator("img").evaluateAll("(all) => all.every((img) => img.naturalWidth > 0)"))
			.isEqualTo(true);
		browsing.shot(phone.page(), "google/7-business-done");
		browsing.checkFits(phone.page());
		browsing.checkAccessible(phone.page());
		Locator others = phone.page().locator("input[name=other]");
		assertThat(others).hasCount(2);
		others.first().check();
		others.last().check();
		phone.page().locator("form:has(input[name=other]) button").tap();
		assertThat(others).hasCount(0);
		namesNoNumber(phone.page());
		Page desk = browsing.desk("de");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + invited.creator() + "?lang=de");
		for (String place : List.of("Ana Kocht Markthalle", "Ana Kocht Bistro", "Bistro Ana am See")) {
			assertThat(desk.locator(".channel-card", new Page.LocatorOptions().setHasText(place))
				.locator(".channel-state")).containsText("Verbunden");
		}
		namesNoNumber(desk);
		browsing.shot(desk, "google/8-business-creator");
		for (String page : new String[] { "/portfolio", "/invitations", "/notices",
				"/creators/" + invited.creator() + "/history", "/channels/" + invited.channel() + "/connect",
				"/channels/" + invited.channel() + "/disconnect", "/channels/" + invited.channel() + "/handle" }) {
			desk.navigate(page);
			namesNoNumber(desk);
		}
	}

	@Test
	@DisplayName("I-9: who manages no place is told so")
	void saysThatThereIsNoPlace(Browsing browsing) {
		Invited invited = Invited.at("google-business", "google", this.context, "cid:9000000207", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.openInvitation(invited.email());
		phone.leave();
		phone.logIn("rosa");
		phone.agree();
		assertThat(phone.heading()).isEqualTo("This Google account has no place at Google Business");
		browsing.shot(phone.page(), "google/stuck-no-place");
		browsing.checkAccessible(phone.page());
	}

	@Test
	@DisplayName("B-19: Google refuses in-app browsers, so the page says so instead of leaving")
	void staysOutOfInAppBrowsers(Browsing browsing) {
		Invited invited = Invited.at("youtube", "google", this.context, "zoepark", "en");
		Page page = browsing.open(new NewContextOptions().setViewportSize(390, 664)
			.setIsMobile(true)
			.setHasTouch(true)
			.setUserAgent(
					"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
							+ " Mobile/22A3354 Instagram 350.0.0.0"),
				"en");
		CreatorPhone phone = new CreatorPhone(browsing, page);
		phone.openInvitation(invited.email());
		browsing.shot(page, "google/in-app");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue to Google")))
			.hasCount(0);
		assertThat(page.locator("main")).containsText("Google does not allow signing in inside an app");
		assertThat(page.locator("#own-link")).hasValue(Pattern.compile(".+/connect/.+"));
		browsing.checkAccessible(page);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("obstacles")
	@DisplayName("B-4: names what is missing at Google and goes on")
	void namesWhatIsMissing(Obstacle obstacle, Browsing browsing) {
		Invited invited = Invited.at("youtube", "google", this.context, obstacle.handle(), obstacle.language());
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone(obstacle.language()));
		phone.openInvitation(invited.email());
		phone.leave();
		phone.logIn(obstacle.who());
		obstacle.answer().accept(phone);
		browsing.shot(phone.page(), "google/stuck-" + obstacle.name().replace(' ', '-'));
		assertThat(phone.heading()).startsWith(obstacle.heading());
		browsing.checkAccessible(phone.page());
		browsing.checkFits(phone.page());
		Page desk = browsing.desk(obstacle.language());
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/invitations?lang=" + obstacle.language());
		assertThat(desk.locator("table.rows")).containsText(obstacle.told());
		desk.context().close();
		obstacle.cure().accept(browsing.practice().life(GoogleLife.class));
		phone.leave();
		obstacle.choice().accept(phone);
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains("@" + obstacle.handle());
	}

	static Stream<Obstacle> obstacles() {
		Consumer<CreatorPhone> agree = CreatorPhone::agree;
		Consumer<CreatorPhone> nothing = (phone) -> {
		};
		return Stream.of(new Obstacle("box unticked", "mila", "milanovak", "de", GoogleWalkTests::untick,
				"Ein Schalter war aus: YouTube Analytics-Berichte", "Hängt: „YouTube Analytics", (life) -> {
				}, nothing), new Obstacle("stopped", "lotte", "lotteberg", "en", CreatorPhone::cancel,
						"Not connected yet. Nothing was shared", "Stuck: stopped at Google", (life) -> {
						}, nothing),
				new Obstacle("no items", "ben", "noahstein", "en", agree, "This Google account has no YouTube channel",
						"Stuck: no YouTube channel", (life) -> life.giveChannel("ben", "@noahstein"),
						(phone) -> phone.logIn("ben")),
				new Obstacle("sign-up required", "cleo", "zoepark", "de", agree,
						"Dieses Google-Konto hat keinen YouTube-Kanal", "Hängt: kein YouTube-Kanal",
						(life) -> life.giveChannel("cleo", "@zoepark"), (phone) -> phone.logIn("cleo")),
				new Obstacle("brand not chosen", "dario", "casaconti", "en", agree,
						"That was @dariocooks, not @casaconti", "Stuck: other account: @dariocooks", (life) -> {
						}, (phone) -> {
							phone.logIn("dario");
							phone.page().getByLabel("Casa Conti").check();
						}));
	}

	/** Google's number of a place says nothing to anybody. */
	private static void namesNoNumber(Page page) {
		assertThat(page.content()).doesNotContain("cid:");
	}

	private static void untick(CreatorPhone phone) {
		phone.page().locator("input[name=permission][value$='yt-analytics.readonly']").uncheck();
		phone.agree();
	}

	/**
	 * What stands in somebody's way.
	 *
	 * @param name in short
	 * @param who signs in at Google
	 * @param handle the invited channel
	 * @param language of the creator
	 * @param answer what the creator does on Google's page
	 * @param heading how the creator's page begins
	 * @param told what the marketer sees
	 * @param cure what helps
	 * @param choice what the creator does otherwise the second time
	 */
	record Obstacle(String name, String who, String handle, String language, Consumer<CreatorPhone> answer,
			String heading, String told, Consumer<GoogleLife> cure, Consumer<CreatorPhone> choice) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
