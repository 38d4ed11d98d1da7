package io.channelkeeper.browser;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practice.Fault;
import practice.PracticeBrowser;
import practice.facebook.FacebookLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * B-4, I-14: whatever stops a creator is named with the way out, the marketer sees the
 * same with the answer ready written, and the same invitation goes on to the end.
 */
@BrowserTest
class StuckWayTests {

	@Autowired
	ApplicationContext context;

	@ParameterizedTest(name = "{0}")
	@MethodSource("obstacles")
	@DisplayName("B-4: names what the network's answer lacks and goes on")
	void namesWhatIsMissing(Obstacle obstacle, Browsing browsing) {
		Invited invited = Invited.to(this.context, obstacle.handle(), obstacle.language());
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone(obstacle.language()));
		phone.follow(invited, obstacle.who());
		phone.switchOff(obstacle.off());
		phone.agree();
		expectStuck(browsing, phone, obstacle);
		expectTold(browsing, invited, obstacle);
		obstacle.cure().accept(browsing.practice().facebook());
		goOn(phone, obstacle.handle());
	}

	static Stream<Obstacle> obstacles() {
		return Stream.of(new Obstacle("permission declined", "mila", "milanovak", "de",
				Set.of("instagram_manage_insights"), "Ein Schalter war aus: ", "Hängt: „", (life) -> {
				}),
				new Obstacle("two permissions declined", "noah", "noahstein", "en",
						Set.of("instagram_manage_insights", "pages_read_engagement"), "Some switches were off: ",
						"Stuck: ", (life) -> {
						}),
				new Obstacle("no page", "ben", "olga.petrenko", "en", "Your login has no Facebook page",
						"Stuck: no Facebook page", (life) -> life.giveRole("ben", "olgapetrenko")),
				new Obstacle("page not published", "cleo", "cleowinter", "de",
						"Deine Seite „Cleo Winter“ ist nicht öffentlich", "Hängt: Seite nicht öffentlich",
						(life) -> life.publish("Cleo Winter", true)),
				new Obstacle("page not linked", "dario", "dariocooks", "en",
						"\"Dario Cooks\" has no professional Instagram account", "Stuck: not linked to Instagram",
						(life) -> life.link("Dario Cooks", "dariocooks")),
				new Obstacle("personal account linked", "emma", "emmablum", "de",
						"„Emma Blum“ ist mit keinem professionellen Instagram-Konto verknüpft",
						"Hängt: nicht mit Instagram verknüpft", (life) -> life.makeProfessional("emmablum")),
				new Obstacle("other account", "finn", "finnotto", "en", "That was @finn_backstage, not @finnotto",
						"Stuck: other account: @finn_backstage", (life) -> life.link("Finn Otto", "finnotto")),
				new Obstacle("role too small", "greta", "studiolang", "de",
						"Du arbeitest an „Studio Lang“ mit, verwaltest sie aber nicht",
						"Hängt: Rolle auf der Seite reicht nicht", (life) -> life.giveRole("greta", "Studio Lang")));
	}

	@Test
	@DisplayName("I-9: a creator who stops at the network has shared nothing and can go on")
	void letsTheCreatorStop(Browsing browsing) {
		Obstacle stop = new Obstacle("stopped", "lotte", "lotteberg", "en", "Not connected yet. Nothing was shared",
				"Stuck: stopped at Facebook", (life) -> {
				});
		Invited invited = Invited.to(this.context, "lotteberg", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(invited, "lotte");
		phone.cancel();
		expectStuck(browsing, phone, stop);
		expectTold(browsing, invited, stop);
		assertThat(browsing.practice().facebook().hasApp("lotte")).isFalse();
		goOn(phone, "lotteberg");
	}

	@ParameterizedTest
	@MethodSource("faults")
	@DisplayName("N-5: a network that does not answer costs nothing but time")
	void outlastsTheNetworksTrouble(Fault fault, Browsing browsing) {
		Obstacle down = new Obstacle("down", "paul", "paul_reiter", "en",
				"Facebook is not answering. Your link stays good", "Stuck: Facebook did not answer", (life) -> {
				});
		Invited invited = Invited.to(this.context, "paul_reiter", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(invited, "paul");
		browsing.practice().faults().plan("facebook", fault, 0, "");
		phone.agree();
		expectStuck(browsing, phone, down);
		browsing.practice().faults().end();
		goOn(phone, "paul_reiter");
	}

	static Stream<Fault> faults() {
		return Stream.of(Fault.LIMITED, Fault.TRANSIENT, Fault.GARBAGE, Fault.EMPTY);
	}

	@Test
	@DisplayName("B-5: another account is kept unused until a member takes it")
	void offersTheOtherAccount(Browsing browsing) {
		Invited invited = Invited.to(this.context, "finnotto", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(invited, "finn");
		phone.agree();
		awaitPicture(phone.page(), ".pair .card:first-child img");
		browsing.shot(phone.page(), "stuck/other-beside");
		phone.page()
			.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add @finn_backstage as another channel"))
			.tap();
		assertThat(phone.page().locator("h1")).containsText("@finn_backstage was passed on");
		browsing.shot(phone.page(), "stuck/other-offered");
		browsing.checkAccessible(phone.page());
		Page desk = browsing.desk("en");
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + invited.creator());
		awaitPicture(desk, ".offer img");
		browsing.shot(desk, "stuck/other-to-decide");
		desk.locator(".offer button").first().click();
		assertThat(desk.locator("main")).containsText("@finn_backstage");
		assertThat(desk.locator("main")).containsText("Connected");
		awaitPicture(desk, ".creator-who img");
		browsing.shot(desk, "stuck/other-accepted");
	}

	@Test
	@DisplayName("B-4: a channel that another creator has is not taken away")
	void namesWhoHasTheChannel(Browsing browsing) {
		Invited first = Invited.to(this.context, "svendahl", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(first, "sven");
		phone.agree();
		assertThat(phone.heading()).contains("@svendahl");
		browsing.practice().facebook().renameAccount("svendahl", "sven.on.tour");
		Invited second = Invited.by(first.marketer(), this.context, "sven.on.tour", "en");
		phone.openInvitation(second.email());
		phone.leave();
		phone.agree();
		expectStuck(browsing, phone, new Obstacle("connected by someone else", "sven", "sven.on.tour", "en",
				"This channel is connected already", "Stuck: already connected by", (life) -> {
				}));
	}

	@Test
	@DisplayName("7: a callback in another browser connects nothing and goes on with one tap")
	void goesOnInAnotherBrowser(Browsing browsing) {
		Invited invited = Invited.to(this.context, "rosamarin", "en");
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(invited, "rosa");
		URI callback = new PracticeBrowser().consent(phone.page().url(), "rosa");
		CreatorPhone other = new CreatorPhone(browsing, browsing.phone("en"));
		other.page().navigate(callback.toString());
		assertThat(other.heading()).isEqualTo("One tap and it goes on here");
		browsing.shot(other.page(), "stuck/other-browser");
		browsing.checkAccessible(other.page());
		other.leave();
		other.logIn("rosa");
		other.agree();
		assertThat(other.heading()).contains("@rosamarin");
	}

	/** A picture that was fetched is at least 90 pixels wide; nothing at all is one. */
	private static void awaitPicture(Page page, String selector) {
		page.waitForFunction("(selector) => document.querySelector(selector)?.naturalWidth >= 90", selector);
	}

	private static void expectStuck(Browsing browsing, CreatorPhone phone, Obstacle obstacle) {
		browsing.shot(phone.page(), "stuck/" + obstacle.name().replace(' ', '-'));
		assertThat(phone.heading()).startsWith(obstacle.heading());
		browsing.checkAccessible(phone.page());
		browsing.checkFits(phone.page());
	}

	private static void expectTold(Browsing browsing, Invited invited, Obstacle obstacle) {
		Page desk = browsing.desk(obstacle.language());
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/invitations");
		assertThat(desk.locator("table.rows")).containsText(obstacle.told());
		assertThat(desk.locator(".answer")).not().isEmpty();
		browsing.shot(desk, "stuck/" + obstacle.name().replace(' ', '-') + "-desk");
		desk.context().close();
	}

	private static void goOn(CreatorPhone phone, String handle) {
		phone.leave();
		phone.tickPages();
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		assertThat(phone.heading()).contains("@" + handle);
	}

	/**
	 * What stands in somebody's way.
	 *
	 * @param name in short
	 * @param who logs in at the network
	 * @param handle the invited channel
	 * @param language of the creator
	 * @param off permissions that are switched off
	 * @param heading how the creator's page begins
	 * @param told what the marketer sees
	 * @param cure what helps
	 */
	record Obstacle(String name, String who, String handle, String language, Set<String> off, String heading,
			String told, Consumer<FacebookLife> cure) {

		Obstacle(String name, String who, String handle, String language, String heading, String told,
				Consumer<FacebookLife> cure) {
			this(name, who, handle, language, Set.of(), heading, told, cure);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
