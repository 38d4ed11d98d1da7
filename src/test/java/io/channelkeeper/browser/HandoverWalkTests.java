package io.channelkeeper.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.Books.Call;
import practice.ReceivedMail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.ConnectionUpkeep;
import io.channelkeeper.connection.GapLedger;
import io.channelkeeper.connection.TestConnections;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another person takes the place of who is signed in, while everything works, and before
 * that person leaves.
 */
@BrowserTest
class HandoverWalkTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestConnections signIns;

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("M-20, M-21, H-20: another person takes over what works, without a gap")
	void changesThePersonWithoutAGap(Browsing browsing) throws Exception {
		Viewer admin = this.organizations.make("Lumen Social");
		Viewer lea = this.organizations.member(admin, Role.MANAGER, "Lea Brandt");
		UUID creator = creator(admin, "Ana Kocht", admin);
		UUID channel = channel(admin, creator, "instagram", "anakocht");
		this.signIns.signIn(admin, channel, "ana");
		UUID login = standing(admin, channel).loginId();
		letNobodyElseUse(login);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, lea.email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + creator);
		Locator card = desk.locator("#channel-" + channel);
		assertThat(fact(card, "Connected by")).containsText(admin.name());
		card.locator("summary").click();
		card.getByText("Connect as someone else").click();
		desk.waitForURL("**/channels/" + channel + "/connect?as=other*");
		assertThat(desk.locator("h1")).hasText("Connect @anakocht as someone else");
		assertThat(desk.locator("main")).containsText("signed in at Facebook as Ana Kocht");
		assertThat(desk.locator("main")).containsText("You need the personal login at Facebook that runs @anakocht.");
		assertThat(desk.locator("main")).containsText("is given up only once the new one works");
		browsing.check(desk, "handover/1-as-someone-else");

		NetworkWindow.open(desk).as("finn").agree();
		desk.waitForURL("**/channels/" + channel + "/connect/*");
		assertThat(desk.locator("main")).containsText("Nothing was connected and nothing was changed");
		assertThat(standing(admin, channel).loginId()).isEqualTo(login);
		assertConnected(admin, channel);
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
		assertThat(desk.locator("h1")).hasText("Connect @anakocht as someone else");

		NetworkWindow right = NetworkWindow.open(desk).notMe().as("henri");
		assertConnected(admin, channel);
		assertThat(browsing.practice().facebook().hasApp("ana")).isTrue();
		right.agree();
		desk.waitForURL("**/creators/" + creator);
		assertThat(desk.locator(".alert-flash")).containsText("@anakocht is connected");
		assertThat(fact(card, "Connected by")).containsText("Lea Brandt");
		assertThat(card).containsText("Connected");
		assertConnected(admin, channel);
		browsing.check(desk, "handover/2-someone-else");
		ChannelStanding now = standing(admin, channel);
		assertThat(now.loginId()).isNotEqualTo(login);
		assertThat(now.connectedByMember()).isEqualTo(lea.memberId());
		desk.navigate("/channels/" + channel + "/connect");
		assertThat(desk.locator("main")).containsText("signed in at Facebook as Henri Weber");
		this.context.getBean(ConnectionUpkeep.class).round();
		desk.waitForCondition(() -> !browsing.practice().facebook().hasApp("ana"));
		assertThat(browsing.practice().facebook().hasApp("henri")).isTrue();
		assertThat(givenUp(browsing)).isNotEmpty().allMatch((at) -> at.isAfter(now.connectedAt()));
		assertConnected(admin, channel);
	}

	@Test
	@DisplayName("B-10: one sign-in taken over, one asked for, one left, and the creators passed on")
	void handsOverBeforeSomebodyLeaves(Browsing browsing) throws Exception {
		Viewer admin = this.organizations.make("Lumen Social");
		Viewer jonas = this.organizations.member(admin, Role.MANAGER, "Jonas Weber");
		Viewer lea = this.organizations.member(admin, Role.MANAGER, "Lea Brandt");
		Viewer mia = this.organizations.member(admin, Role.MARKETER, "Mia Sommer");
		UUID ana = creator(admin, "Ana Kocht", jonas);
		UUID page = channel(admin, ana, "facebook", "anakocht");
		UUID account = channel(admin, ana, "instagram", "anakocht");
		UUID iris = channel(admin, creator(admin, "Iris Demir", jonas), "instagram", "irisdemir");
		UUID lotte = channel(admin, creator(admin, "Lotte Berg", lea), "instagram", "lotteberg");
		this.signIns.signIn(jonas, page, "ana");
		this.signIns.signIn(jonas, account, "ana");
		this.signIns.signIn(jonas, iris, "iris");
		this.signIns.signIn(jonas, lotte, "lotte");
		Page desk = browsing.desk("en");
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		desk.navigate("/admin/members");
		Locator row = desk.locator("tr", new Page.LocatorOptions().setHasText("Jonas Weber"));
		row.locator("summary").click();
		row.getByText("Deactivate", new Locator.GetByTextOptions().setExact(true)).click();
		desk.waitForURL("**/admin/members/" + jonas.memberId() + "/deactivate");
		assertThat(cards(desk)).hasCount(3);
		browsing.check(desk, "handover/3-leaving");

		card(desk, "@anakocht").getByText("Take over", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(desk.locator("main")).containsText("signed in at Facebook as Ana Kocht");
		NetworkWindow.open(desk).as("henri").agree();
		desk.waitForURL("**/admin/members/" + jonas.memberId() + "/deactivate");
		assertThat(desk.locator(".alert-flash")).containsText("is connected");
		assertThat(cards(desk)).hasCount(2);
		assertThat(desk.locator("main")).not().containsText("anakocht");

		Locator asked = card(desk, "@irisdemir");
		asked.locator("select").selectOption("Lea Brandt");
		asked.locator("button").click();
		assertThat(desk.locator(".alert-flash")).containsText("Lea Brandt was asked to take over.");
		assertThat(card(desk, "@irisdemir")).containsText("Lea Brandt was asked to take over");
		assertThat(card(desk, "@lotteberg")).not().containsText("was asked");
		assertThat(card(desk, "@lotteberg")).containsText("Or leave it as it is: it stays connected");
		ReceivedMail mail = browsing.practice().mailbox().await(lea.email(), 0);
		assertThat(mail.subject()).contains("@irisdemir");
		assertThat(mail.text()).contains("It works with a sign-in of Jonas Weber.");
		assertThat(mail.link("/connect")).contains(iris + "/connect?as=other");
		desk.locator("#successor").selectOption("Mia Sommer");
		browsing.check(desk, "handover/4-asked");
		this.organizations.speak(admin, "de");
		desk.reload();
		assertThat(card(desk, "@irisdemir")).containsText("Lea Brandt wurde um Übernahme gebeten");
		browsing.check(desk, "handover/4-asked-de");
		desk.locator("#successor").selectOption("Mia Sommer");
		desk.locator("main .btn-primary").click();
		desk.waitForURL("**/admin/members");
		assertThat(desk.locator(".alert-flash")).containsText("Jonas Weber ist deaktiviert.");

		for (UUID channel : List.of(page, account, iris, lotte)) {
			assertConnected(admin, channel);
		}
		assertThat(connectedBy(admin, page)).isEqualTo(admin.memberId()).isEqualTo(connectedBy(admin, account));
		assertThat(connectedBy(admin, iris)).isEqualTo(jonas.memberId()).isEqualTo(connectedBy(admin, lotte));
		assertThat(Tenancy.within(admin.organizationId(),
				() -> this.context.getBean(CreatorService.class).get(ana).lookedAfterBy()))
			.isEqualTo(mia.memberId());
		desk.navigate("/admin/members/" + admin.memberId() + "/deactivate");
		desk.locator("main .btn-primary").click();
		assertThat(desk.locator("[role=alert]")).containsText("Das ist der letzte Admin.");
		browsing.check(desk, "handover/5-last-admin-de");
	}

	private UUID creator(Viewer admin, String name, Viewer lookedAfterBy) {
		return this.creators.add(admin,
				new NewCreator(name, null, Locale.ENGLISH, lookedAfterBy.memberId(), List.of()));
	}

	private UUID channel(Viewer admin, UUID creator, String network, String handle) {
		return this.channels.add(admin, creator, TestChannels.address(network, handle));
	}

	/** It delivers, and never ceased to, as far as the ledger knows. */
	private void assertConnected(Viewer viewer, UUID channel) {
		GapLedger ledger = this.context.getBean(GapLedger.class);
		ledger.round();
		assertThat(standing(viewer, channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(Objects
			.requireNonNull(Tenancy.within(viewer.organizationId(),
					() -> ledger.records(Set.of(channel), Instant.now().minus(Duration.ofDays(1))).get(channel)))
			.gaps()).isEmpty();
	}

	private UUID connectedBy(Viewer viewer, UUID channel) {
		return Objects.requireNonNull(standing(viewer, channel).connectedByMember());
	}

	private ChannelStanding standing(Viewer viewer, UUID channel) {
		return Tenancy.within(viewer.organizationId(),
				() -> this.context.getBean(ConnectionService.class).standing(channel));
	}

	/** The same person's sign-ins in the organizations of other tests are over. */
	private void letNobodyElseUse(@Nullable UUID login) {
		this.context.getBean(JdbcClient.class).sql("""
				update social_login other set access_token = null from social_login own
				where own.id = :login and other.id <> own.id and other.provider = own.provider
					and other.external_user_id = own.external_user_id
				""").param("login", login).update();
	}

	/** When access was given back to the network. */
	private static List<Instant> givenUp(Browsing browsing) {
		return browsing.practice()
			.books()
			.calls()
			.stream()
			.filter((call) -> call.network().equals("facebook") && call.method().equals("DELETE"))
			.map(Call::at)
			.toList();
	}

	private static Locator fact(Locator card, String label) {
		return card.locator("dt:text-is('" + label + "') + dd");
	}

	private static Locator cards(Page desk) {
		return desk.locator("main article");
	}

	private static Locator card(Page desk, String handle) {
		return desk.locator("main article", new Page.LocatorOptions().setHasText(handle));
	}

}
