package io.channelkeeper.browser;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practice.facebook.FacebookLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the invitation to a connected Facebook page, and what can come in between.
 */
@BrowserTest
class FacebookWalkTests {

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("I-11: one sign-in connects several pages at once")
	void connectsSeveralPagesAtOnce(Browsing browsing) {
		Invited invited = invited("irisbooks", "en");
		CreatorPhone iris = new CreatorPhone(browsing, browsing.phone("en"));
		iris.openInvitation(invited.email());
		assertThat(iris.page().locator("main")).containsText("the insights of your page");
		assertThat(iris.page().locator("main")).not().containsText("How you sign in");
		browsing.shot(iris.page(), "facebook/1-connect");
		browsing.checkAccessible(iris.page());
		iris.leave();
		iris.logIn("iris");
		iris.agree();
		assertThat(iris.heading()).contains("@irisbooks");
		assertThat(iris.taps()).isLessThanOrEqualTo(5);
		browsing.shot(iris.page(), "facebook/2-done");
		iris.page().getByText("@irisdemir").tap();
		iris.page().getByText("@iristravels").tap();
		iris.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect selected")).tap();
		assertThat(iris.page().locator("main")).not().containsText("This sign-in also reaches");
		Page desk = browsing.desk("en");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + invited.creator());
		for (String page : List.of("@irisbooks", "@irisdemir", "@iristravels")) {
			assertThat(
					desk.locator(".channel-card", new Page.LocatorOptions().setHasText(page)).locator(".channel-state"))
				.containsText("Connected");
		}
		assertThat(desk.locator("main")).containsText("Insights of your page");
		browsing.shot(desk, "facebook/3-creator");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("obstacles")
	@DisplayName("B-4: names what stands in the way of a page and goes on")
	void namesWhatIsMissing(Obstacle obstacle, Browsing browsing) {
		obstacle.before().accept(browsing.practice().facebook());
		Invited invited = invited(obstacle.handle(), "de");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("de"));
		phone.openInvitation(invited.email());
		phone.leave();
		phone.logIn(obstacle.who());
		phone.switchOff(obstacle.off());
		phone.agree();
		assertThat(phone.heading()).startsWith(obstacle.heading());
		assertThat(phone.page().locator("main")).not().containsText("Verknüpfe");
		browsing.shot(phone.page(), "facebook/stuck-" + obstacle.who());
		obstacle.cure().accept(browsing.practice().facebook());
		phone.leave();
		phone.tickPages();
		phone.agree();
		assertThat(phone.heading()).contains("@" + obstacle.handle());
	}

	static Stream<Obstacle> obstacles() {
		Consumer<FacebookLife> nothing = (life) -> {
		};
		return Stream.of(
				new Obstacle("hugo", "hugoferreira", nothing, Set.of("read_insights"),
						"Ein Schalter war aus: Insights deiner Seite", nothing),
				new Obstacle("uma", "rosamarin", nothing, Set.of(), "Zu deinem Login gehört keine Facebook-Seite",
						(life) -> life.giveRole("uma", "rosamarin")),
				new Obstacle("ida", "idanystrom", (life) -> life.publish("idanystrom", false), Set.of(),
						"Deine Seite „Ida Nyström“ ist nicht öffentlich", (life) -> life.publish("idanystrom", true)),
				new Obstacle("kai", "anakocht", nothing, Set.of(),
						"Du arbeitest an „Ana Kocht“ mit, verwaltest sie aber nicht",
						(life) -> life.giveRole("kai", "anakocht")),
				new Obstacle("lena", "omarhaddad", nothing, Set.of(), "Das war @lenafischer, nicht @omarhaddad",
						(life) -> life.giveRole("lena", "omarhaddad")));
	}

	private Invited invited(String handle, String language) {
		return Invited.at("facebook", "facebook", this.context, handle, language);
	}

	/**
	 * What stands in a creator's way.
	 *
	 * @param who who logs in at Facebook
	 * @param handle the page that is expected
	 * @param before what life did before
	 * @param off permissions that are switched off
	 * @param heading how the creator's page begins
	 * @param cure what life does about it
	 */
	record Obstacle(String who, String handle, Consumer<FacebookLife> before, Set<String> off, String heading,
			Consumer<FacebookLife> cure) {

		@Override
		public String toString() {
			return this.who;
		}

	}

}
