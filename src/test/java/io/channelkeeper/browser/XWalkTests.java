package io.channelkeeper.browser;

import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practice.x.XLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way with a channel at X, and what can stop it.
 */
@BrowserTest
class XWalkTests {

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("I-1, I-4, I-10: invited, signed in at X with PKCE, connected; N-8 is said before")
	void connectsByInvitation(Browsing browsing) {
		Invited invited = Invited.at("x", "x", this.context, "anakocht", "de");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("de"));
		phone.openInvitation(invited.email());
		assertThat(phone.page().locator("main")).containsText("X behält von einem Konto nur die neueste Verbindung");
		browsing.shot(phone.page(), "x/1-connect");
		browsing.checkAccessible(phone.page());
		browsing.checkFits(phone.page());
		phone.leave();
		browsing.firstView(phone.page(), "x/2-login");
		browsing.checkAccessible(phone.page());
		phone.logIn("ana");
		browsing.firstView(phone.page(), "x/3-consent");
		browsing.checkAccessible(phone.page());
		authorize(phone);
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains("@anakocht");
		browsing.shot(phone.page(), "x/4-done");
		assertThat(browsing.practice().life(XLife.class).hasApp("ana")).isTrue();
		Page desk = browsing.desk("de");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio?lang=de");
		Locator row = desk.locator("tr", new Page.LocatorOptions().setHasText("Creator anakocht"));
		assertThat(row).containsText("Verbunden");
		assertThat(row).containsText("9.001");
		desk.navigate("/creators/" + invited.creator() + "?lang=de");
		assertThat(desk.locator("main")).containsText("von X nicht gemeldet");
		browsing.shot(desk, "x/5-creator");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("obstacles")
	@DisplayName("B-4: names what is in the way in X’s own words, and goes on")
	void namesWhatIsMissing(Obstacle obstacle, Browsing browsing) {
		Invited invited = Invited.at("x", "x", this.context, obstacle.handle(), "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.openInvitation(invited.email());
		phone.leave();
		phone.logIn(obstacle.who());
		if (obstacle.cancels()) {
			phone.cancel();
		}
		else {
			authorize(phone);
		}
		browsing.shot(phone.page(), "x/stuck-" + obstacle.name().replace(' ', '-'));
		assertThat(phone.heading()).isEqualTo(obstacle.heading());
		assertThat(phone.page().locator("main")).containsText(obstacle.step());
		browsing.checkAccessible(phone.page());
		expectTold(browsing, invited, obstacle);
		obstacle.cure().accept(browsing.practice().life(XLife.class));
		phone.leave();
		authorize(phone);
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains("@" + obstacle.handle());
	}

	static Stream<Obstacle> obstacles() {
		return Stream.of(new Obstacle("denied", "lotte", "lotteberg", true, "Not connected yet. Nothing was shared",
				"good for 30 seconds only", "Stuck: stopped at X", (life) -> {
				}),
				new Obstacle("other account", "dario", "dariorossi", false,
						"That was @dario_backstage, not @dariorossi", "see that X shows @dariorossi",
						"Stuck: other account: @dario_backstage", (life) -> life.rename("dario", "dariorossi")),
				new Obstacle("protected", "ben", "bensommer", false, "Your account @bensommer is protected",
						"Protect your posts", "Stuck: account protected", (life) -> life.protect("ben", false)),
				new Obstacle("suspended", "henri", "henriweber", false, "X does not open this account at the moment",
						"or appeal", "Stuck: account not open at X", (life) -> life.recover("henri")));
	}

	private static void expectTold(Browsing browsing, Invited invited, Obstacle obstacle) {
		Page desk = browsing.desk("en");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/invitations");
		assertThat(desk.locator("table.rows")).containsText(obstacle.told());
		assertThat(desk.locator(".answer")).not().isEmpty();
		desk.context().close();
	}

	private static void authorize(CreatorPhone phone) {
		phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Authorize app")).tap();
		phone.page().waitForURL("**/connect/**");
	}

	/**
	 * What stands in somebody's way.
	 *
	 * @param name in short
	 * @param who logs in at X
	 * @param handle the invited channel
	 * @param cancels whether the creator says no
	 * @param heading how the creator's page begins
	 * @param step what belongs to the way out
	 * @param told what the marketer sees
	 * @param cure what helps
	 */
	record Obstacle(String name, String who, String handle, boolean cancels, String heading, String step, String told,
			Consumer<XLife> cure) {

		@Override
		public String toString() {
			return this.name;
		}
	}

}
