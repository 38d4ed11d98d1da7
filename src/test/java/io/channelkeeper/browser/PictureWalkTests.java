package io.channelkeeper.browser;

import java.awt.Color;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.TestConnections;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.TestCycle;
import io.channelkeeper.picture.TestPictures;
import io.channelkeeper.portfolio.PortfolioRows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures come by themselves, a month after the last; where none does, it says why.
 */
@BrowserTest
class PictureWalkTests {

	private static final NetworkId FACEBOOK = new NetworkId("facebook");

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestConnections connections;

	@Autowired
	TestCycle cycle;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void letOthersBegin() {
		BrowserEnvironment.PRACTICE.clock().reset();
	}

	@Test
	@DisplayName("P-11 to P-15, B-14: a new picture comes with the next cycle and not before, and an uploaded one stays"
			+ " until the network's is asked for again")
	void keepsPicturesCurrent(Browsing browsing) throws Exception {
		Viewer manager = this.organizations.member(this.organizations.make("Lumen Social"), Role.MANAGER,
				"Jonas Weber");
		UUID creator = this.creators.named(manager, "Iris Demir");
		UUID page = this.channels.add(manager, creator, TestChannels.address("facebook", "irisdemir"));
		this.connections.signIn(manager, page, "iris");
		Page desk = browsing.desk("en");
		browsing.signIn(desk, manager.email(), TestOrganizations.PASSWORD);
		Locator face = desk.locator(".portfolio-rows .face-place img");
		assertThat(face).hasCount(1);
		String first = face.getAttribute("src");
		Page control = desk.context().newPage();

		browsing.practice().facebook().changePagePicture("irisdemir");
		browsing.moveTime(control, "11 days on");
		assertThat(shownAfterARound(desk, face)).isEqualTo(first);

		desk.locator(".portfolio-rows a.face-place").click();
		desk.locator("input[type=file]")
			.setInputFiles(new FilePayload("iris.png", "image/png", TestPictures.plain(Color.ORANGE, 640, 480, "png")));
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload picture")).click();
		desk.waitForURL("**/creators/" + creator);
		browsing.moveTime(control, "11 days on");
		browsing.moveTime(control, "11 days on");
		String uploaded = shownAfterARound(desk, face);
		assertThat(uploaded).isNotEqualTo(first);

		desk.locator(".portfolio-rows a.face-place").click();
		assertThat(desk.locator(".picture-source")).containsText("Jonas Weber");
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use Facebook’s picture again")).click();
		desk.waitForURL("**/creators/" + creator);
		assertThat(shownAfterARound(desk, face)).isNotIn(first, uploaded);
	}

	@Test
	@DisplayName("P-1, P-2, P-5, P-16, B-14: every reason for a missing picture is said in both languages, with its remedy")
	void saysWhyEachPictureIsMissing(Browsing browsing) {
		Viewer manager = this.organizations.member(this.organizations.make("Atelier"), Role.MANAGER, "Mia Keller");
		channel(manager, "Anton");
		this.rows.invalid(this.rows.connect(manager, channel(manager, "Berta"), Duration.ofDays(50)),
				"PASSWORD_CHANGED");
		this.rows.ineligible(channel(manager, "Cäsar"), "PRIVATE");
		this.rows.ineligible(channel(manager, "Dora"), "PERSONAL");
		reading(manager, channel(manager, "Emil"), "NO_LOOK_UP", null);
		missing(manager, "Friedrich", "NO_PICTURE");
		UUID silent = missing(manager, "Gustav", "UNREACHABLE");
		reading(manager, silent, null, Duration.ofDays(-3));
		missing(manager, "Heinrich", "TOO_LARGE");
		missing(manager, "Ida", "NOT_AN_IMAGE");
		UUID waiting = connected(manager, "Julius");
		reading(manager, waiting, null, null);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, manager.email(), TestOrganizations.PASSWORD);
		desk.getByText("Picture missing").click();
		assertThat(desk.locator(".portfolio-rows .who .second-line")).containsText(new String[] {
				"No picture: Instagram is not connected.",
				"No picture: the connection to Instagram is interrupted (Invalid: password changed).",
				"No picture: the profile at Instagram is private, so nothing is fetched automatically (GDPR).",
				"No picture: the account at Instagram is a personal one, not a business or creator account.",
				"No picture: Instagram gives pictures of connected channels only, and this one is not connected.",
				"No picture: Instagram shows none for this channel.", "No picture: no answer from Instagram since ",
				"No picture: the one at Instagram was refused because it is too large.",
				"No picture: what Instagram sent was refused because it is not an image.",
				"No picture: it is fetched from Instagram with the next regular update. Next attempt in 10 days." });
		browsing.check(desk, "pictures/1-reasons");
		this.organizations.speak(manager, "de");
		Page phone = browsing.phone("de");
		browsing.signIn(phone, manager.email(), TestOrganizations.PASSWORD);
		phone.navigate("/portfolio?picture=missing");
		assertThat(phone.locator(".portfolio-rows")).containsText(
				"Es wird mit der nächsten regelmäßigen Aktualisierung von Instagram abgerufen. Nächster Versuch in 10 Tagen.");
		phone.locator("a.who-name", new Page.LocatorOptions().setHasText("Cäsar")).click();
		assertThat(phone.locator(".picture-gap")).containsText("Gelesen werden nur geschäftlich relevante Profile");
		assertThat(phone.locator(".picture-gap")).containsText("Bild hochladen");
		browsing.check(phone, "pictures/2-private-de");
	}

	private String shownAfterARound(Page desk, Locator face) throws InterruptedException {
		this.cycle.round(FACEBOOK);
		desk.navigate("/portfolio");
		return face.getAttribute("src");
	}

	private UUID channel(Viewer member, String creator) {
		return this.rows.channel(member, this.rows.creator(member, creator), "instagram", "handle." + creator.length());
	}

	private UUID connected(Viewer member, String creator) {
		UUID channel = channel(member, creator);
		this.rows.connect(member, channel, Duration.ofDays(50));
		return channel;
	}

	private UUID missing(Viewer member, String creator, String reason) {
		UUID channel = connected(member, creator);
		this.rows.noPicture(member, channel, reason);
		return channel;
	}

	private void reading(Viewer member, UUID channel, @Nullable String gap, @Nullable Duration unanswered) {
		this.jdbc.sql("""
				insert into picture_reading (channel_id, organization_id, network, gap, read_at, unanswered_since)
				values (:channel, :organization, 'instagram', :gap, :next, cast(:since as timestamptz))""")
			.param("channel", channel)
			.param("organization", member.organizationId())
			.param("gap", gap)
			.param("next", this.rows.instant().plus(Duration.ofDays(10).plusMinutes(5)).atOffset(ZoneOffset.UTC))
			.param("since", (unanswered != null) ? this.rows.instant().plus(unanswered).atOffset(ZoneOffset.UTC) : null)
			.update();
	}

}
