package io.channelkeeper.browser;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.ReceivedMail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
 * Two months of two connections: nobody is surprised when they end.
 */
@BrowserTest
class WarningWalkTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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

	@Autowired
	JdbcClient jdbc;

	private int mails;

	@AfterEach
	void letOthersBegin() {
		BrowserEnvironment.PRACTICE.clock().reset();
	}

	@Test
	@DisplayName("M-26 to M-28, M-32, M-33, H-7: 10, 5, 1 and 0 days before; from the mail to the renewal, after which"
			+ " nothing is pending; and out of such mails by one click")
	void warnsBeforeTheEnd(Browsing browsing) throws Exception {
		Viewer manager = this.organizations.member(this.organizations.make("Lumen Social"), Role.MANAGER,
				"Jonas Weber");
		Viewer mia = this.organizations.member(manager, Role.MARKETER, "Mia Keller");
		this.organizations.speak(mia, "de");
		UUID iris = page(manager, "Iris Demir", "irisdemir");
		UUID finn = page(manager, "Finn Otto", "finnotto");
		this.connections.signIn(manager, iris, "iris");
		this.connections.signIn(manager, finn, "finn");
		letNothingRenewItself();
		Page desk = browsing.desk("en");
		browsing.signIn(desk, manager.email(), TestOrganizations.PASSWORD);
		Page control = desk.context().newPage();
		afterEight(browsing, control);

		browsing.moveTime(control, "50 days on");
		ReceivedMail ten = next(browsing, manager);
		assertThat(ten.subject()).isEqualTo("2 connections expire soon, the first one in 10 days");
		unsubscribes(browsing, mia);

		browsing.moveTime(control, "5 days on");
		assertThat(next(browsing, manager).subject()).isEqualTo("2 connections expire soon, the first one in 5 days");
		browsing.moveTime(control, "4 days on");
		ReceivedMail one = next(browsing, manager);
		assertThat(one.subject()).isEqualTo("2 connections expire soon, the first one tomorrow");
		assertThat(one.text()).contains("Iris Demir", "@irisdemir (Facebook): Expires tomorrow, ");
		desk.navigate("/notices");
		assertThat(desk.locator("main")).containsText("has to be renewed by");
		browsing.check(desk, "warning/2-notices");

		desk.navigate(browsing.practice().baseUrl() + "/mailbox/" + one.number());
		browsing.shot(desk, "warning/3-mail");
		desk.locator(".links a[href*='/channels/" + iris + "/connect']").first().click();
		desk.waitForURL("**/channels/" + iris + "/connect*");
		browsing.check(desk, "warning/4-panel");
		Page window = desk.waitForPopup(
				() -> desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue to Facebook"))
					.click());
		window.waitForURL("**/facebook/**");
		window.locator("button[name=as][value='iris']").click();
		window.waitForURL("**/facebook/dialog/**");
		window.getByText("Continue as Iris Demir").click();
		desk.waitForCondition(window::isClosed);
		desk.waitForURL("**/creators/**");
		assertThat(desk.locator("#channel-" + iris + " .chip")).containsText("Connected");

		browsing.moveTime(control, "one day on");
		ReceivedMail last = next(browsing, manager);
		assertThat(last.subject()).isEqualTo("@finnotto (Facebook) has expired");
		assertThat(last.text()).contains("Expired today, ").doesNotContain("irisdemir");
		browsing.moveTime(control, "one day on");
		this.warnings.look();
		assertThat(this.jdbc.sql("select count(*) from warning where organization_id = ? and settled_at is null")
			.param(manager.organizationId())
			.query(Integer.class)
			.single()).isZero();
		assertThat(expiring(browsing, manager)).isEqualTo(4);
		assertThat(expiring(browsing, mia)).isOne();
	}

	/** Without signing in, on a phone. */
	private void unsubscribes(Browsing browsing, Viewer mia) {
		ReceivedMail mail = browsing.practice().mailbox().await(mia.email(), 0);
		assertThat(mail.subject()).isEqualTo("2 Verbindungen laufen bald ab, die erste in 10 Tagen");
		Page phone = browsing.phone("de");
		phone.navigate(browsing.practice().baseUrl() + "/mailbox/" + mail.number());
		browsing.shot(phone, "warning/1-mail-de");
		phone.locator(".links a[href*='/unsubscribe/']").first().click();
		phone.waitForURL("**/unsubscribe/**");
		phone.locator("main form button").click();
		assertThat(phone.locator("h1")).containsText("Abbestellt");
		browsing.check(phone, "warning/1-unsubscribed");
	}

	/**
	 * Facebook lends for longer when asked in time; and others are due when time moves
	 * on.
	 */
	private void letNothingRenewItself() {
		this.jdbc.sql("update social_login set renew_at = null, verify_at = null").update();
	}

	/** Warnings go out at eight in the morning. */
	private static void afterEight(Browsing browsing, Page control) {
		LocalTime now = LocalTime.ofInstant(browsing.practice().clock().instant(), BERLIN);
		if (now.isBefore(LocalTime.of(8, 1))) {
			browsing.moveTime(control, "12 hours on");
		}
	}

	/** The mail of the day. */
	private ReceivedMail next(Browsing browsing, Viewer member) {
		this.warnings.look();
		return browsing.practice().mailbox().await(member.email(), this.mails++);
	}

	private static long expiring(Browsing browsing, Viewer member) {
		return browsing.practice()
			.mailbox()
			.allTo(member.email())
			.stream()
			.filter((mail) -> mail.subject().contains("expire") || mail.subject().contains("laufen bald ab"))
			.count();
	}

	private UUID page(Viewer member, String creator, String handle) {
		return this.channels.add(member, this.creators.named(member, creator),
				TestChannels.address("facebook", handle));
	}

}
