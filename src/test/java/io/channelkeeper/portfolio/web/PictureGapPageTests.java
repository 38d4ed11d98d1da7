package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.TestCalendar;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * What pages say of pictures that are missing or get no newer.
 */
@ApplicationTest
class PictureGapPageTests {

	private static final String POLICY = "Only profiles relevant to business are read, private ones never.";

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	TestCalendar calendar;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private UUID ana;

	private UUID channel;

	@BeforeEach
	void makeChannel() {
		this.viewer = this.organizations.make("Atelier");
		this.ana = this.rows.creator(this.viewer, "Ana Kocht");
		this.channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
	}

	@AfterEach
	void fetchByItself() {
		this.calendar.setAutomatic(true);
	}

	@Test
	@DisplayName("P-12: beside a picture stands when it was fetched and when it is next, and it can be fetched at once")
	void showsTheCycleOfAGoodPicture() throws Exception {
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.picture(this.viewer, this.channel, "abc");
		reading(null, Duration.ofDays(-2), Duration.ofDays(10));
		assertThat(page())
			.contains("fetched just now", "next in 10 days", ">Fetch picture now<",
					"action=\"/channels/" + this.channel + "/picture/fetch\"")
			.doesNotContain("picture-gap", "??", POLICY);
	}

	@Test
	@DisplayName("P-11, P-12: an old picture says of when it is, what was tried, and leads to another try or an upload")
	void saysWhyAPictureIsOld() throws Exception {
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.picture(this.viewer, this.channel, "abc");
		fetched(Duration.ofDays(-40));
		reading(null, Duration.ofHours(-3), Duration.ofHours(2));
		this.jdbc.sql("update channel_picture set missing_reason = 'UNREACHABLE' where channel_id = ?")
			.param(this.channel)
			.update();
		assertThat(page())
			.containsSubsequence("picture-gap", "Picture from ", ", no newer one: Instagram did not deliver it.",
					"Last attempt 3 hours ago, next in 2 hours.", "action=\"/creators/" + this.ana + "/picture/fetch\"",
					">Fetch now<", "href=\"/creators/" + this.ana + "/picture\"", ">Upload picture<")
			.doesNotContain("??", POLICY);
		this.jdbc.sql("update picture_reading set unanswered_since = ? where channel_id = ?")
			.params(at(Duration.ofDays(-20)), this.channel)
			.update();
		assertThat(page()).containsPattern("no newer one: no answer from Instagram since [^:]+, we keep trying\\.");
		this.jdbc.sql("update picture_reading set unanswered_since = ? where channel_id = ?")
			.params(at(Duration.ZERO), this.channel)
			.update();
		assertThat(page())
			.containsPattern("no newer one: no answer from Instagram since \\d\\d:\\d\\d, we keep trying\\.");
		assertThat(body("/portfolio?picture=stale")).contains("Picture out of date", "title=\"Picture from ",
				">Ana Kocht</a>");
		assertThat(body("/portfolio?picture=missing")).doesNotContain(">Ana Kocht</a>");
	}

	@Test
	@DisplayName("P-2: what is not asked for is told from what could be: no look-up, or not its turn yet")
	void saysWhatItWaitsFor() throws Exception {
		reading("NO_LOOK_UP", Duration.ofDays(-1), null);
		assertThat(page()).contains("Instagram gives pictures of connected channels only, and this one is not "
				+ "connected. Last attempt 1 day ago.");
		this.jdbc.sql("delete from picture_reading where channel_id = ?").param(this.channel).update();
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		reading(null, null, Duration.ofDays(10));
		assertThat(page()).contains(
				"No picture: it is fetched from Instagram with the next regular update. Next attempt in 10 " + "days.");
		assertThat(body("/portfolio?picture=missing")).contains("Picture missing",
				"title=\"No picture: it is fetched from Instagram with the next regular update. Next attempt in 10 "
						+ "days.\"",
				">Fetch all pictures of Atelier now<", "Reads every channel, not only these.");
	}

	@Test
	@DisplayName("P-5, P-10: the moment a channel is private nothing is fetched, which is said with what is never read")
	void saysThatPrivateProfilesAreNotRead() throws Exception {
		this.jdbc.sql("update organization set privacy_url = 'https://atelier.example/privacy' where id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.picture(this.viewer, this.channel, "abc");
		assertThat(body("/portfolio")).doesNotContain("Picture out of date");
		reading("PRIVATE", Duration.ofHours(-1), null);
		assertThat(page())
			.containsSubsequence("no newer one: the profile at Instagram is private, so nothing is fetched", POLICY,
					"href=\"/privacy\"", "href=\"https://atelier.example/privacy\"", "Privacy statement of Atelier",
					">Upload picture<")
			.doesNotContain(">Fetch now<", ">Fetch picture now<");
		assertThat(body("/portfolio?picture=stale")).contains(">Ana Kocht</a>");
	}

	@Test
	@DisplayName("P-5: whose connection ended because the profile is private reads that, not that it is interrupted")
	void tellsAPrivateProfileFromAnInterruption() throws Exception {
		this.rows.invalid(this.rows.connect(this.viewer, this.channel, Duration.ofDays(59)), "PAGE_NOT_PUBLIC");
		this.rows.picture(this.viewer, this.channel, "abc");
		assertThat(page()).contains("no newer one: the profile at Instagram is private", POLICY);
	}

	@Test
	@DisplayName("P-5: a picture of today gets no newer one from the moment on that the channel is marked as private")
	void saysAtOnceThatAMarkedChannelIsNotRead() throws Exception {
		this.rows.picture(this.viewer, this.channel, "abc");
		this.rows.ineligible(this.channel, "PRIVATE");
		assertThat(page()).contains("no newer one: the profile at Instagram is private", POLICY);
		assertThat(body("/portfolio?picture=stale")).contains(">Ana Kocht</a>");
	}

	@Test
	@DisplayName("P-1: what a login was told before counts for nothing without one")
	void forgetsWhatALoginWasTold() throws Exception {
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, this.channel, "NO_PICTURE");
		this.rows.disconnect(this.viewer, this.channel);
		reading("NOT_CONNECTED", Duration.ofHours(-1), null);
		assertThat(page()).contains("No picture: Instagram is not connected.");
	}

	@Test
	@DisplayName("P-1: where strangers are shown a picture, one that is on its way is awaited without a login")
	void awaitsWhatStrangersAreShown() throws Exception {
		this.rows.noPicture(this.viewer, this.channel, null);
		this.jdbc.sql(
				"update channel_picture set source_url = 'https://p.example', next_attempt_at = ? where channel_id = ?")
			.params(at(Duration.ZERO), this.channel)
			.update();
		assertThat(page()).contains("No picture: it is being fetched from Instagram.");
	}

	@Test
	@DisplayName("P-10: the same stands in the notice of a channel that cannot be connected")
	void saysItInTheNotice() throws Exception {
		this.rows.ineligible(this.channel, "PERSONAL");
		assertThat(page())
			.containsSubsequence("No picture: the account at Instagram is a personal one", POLICY, "channel-card",
					POLICY)
			.doesNotContain("Privacy statement of ");
	}

	@Test
	@DisplayName("P-14: what a member uploaded is never called old, whatever its channels lack")
	void anUploadIsNeverOld() throws Exception {
		this.rows.invalid(this.rows.connect(this.viewer, this.channel, Duration.ofDays(59)), "PASSWORD_CHANGED");
		this.rows.picture(this.viewer, this.channel, "abc");
		assertThat(body("/portfolio?picture=stale")).contains(">Ana Kocht</a>");
		this.jdbc.sql("""
				insert into creator_picture (creator_id, organization_id, hash, uploaded_by, uploaded_at)
				values (?, ?, 'def', ?, ?)""")
			.params(this.ana, this.viewer.organizationId(), this.viewer.memberId(), at(Duration.ofDays(-400)))
			.update();
		assertThat(page()).contains("/pictures/def").doesNotContain("picture-gap");
		assertThat(body("/portfolio?picture=stale")).doesNotContain(">Ana Kocht</a>");
	}

	@Test
	@DisplayName("P-6: a network that hands out no pictures is told from a channel without one")
	void tellsNetworksWithoutPictures() throws Exception {
		UUID place = this.rows.channel(this.viewer, this.ana, "google-business", "locations/1");
		this.rows.connect(this.viewer, place, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, place, "NO_PICTURE");
		assertThat(page()).contains("No picture: Google Business provides no pictures.");
	}

	@Test
	@DisplayName("P-12: where nothing is fetched by itself, no next attempt is promised, and it says what to do")
	void promisesNothingWhereNothingIsAutomatic() throws Exception {
		this.calendar.setAutomatic(false);
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		reading(null, Duration.ofDays(-2), Duration.ofDays(10));
		assertThat(page())
			.containsSubsequence(
					"No picture: nothing is fetched automatically here. Fetch it now, or upload a picture.",
					"Last attempt 2 days ago.", ">Fetch now<", ">Upload picture<")
			.doesNotContain("in 10 days");
		this.jdbc.sql("update picture_reading set wanted_at = ? where channel_id = ?")
			.params(at(Duration.ZERO), this.channel)
			.update();
		assertThat(page()).contains("No picture: it is being fetched from Instagram.");
		this.rows.picture(this.viewer, this.channel, "abc");
		this.jdbc.sql("update picture_reading set wanted_at = null where channel_id = ?").param(this.channel).update();
		assertThat(page()).contains("fetched just now").doesNotContain("picture-gap", "in 10 days");
		fetched(Duration.ofDays(-40));
		assertThat(page()).contains(", no newer one: nothing is fetched automatically here.");
		assertThat(body("/portfolio?lang=de&picture=stale")).contains("Hier wird nichts automatisch abgerufen. Ruf es");
	}

	@Test
	@DisplayName("P-2: an error of our own is not blamed on the network, and forgotten when that is heard of again")
	void doesNotBlameTheNetworkForOurErrors() throws Exception {
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, this.channel, "UNREACHABLE");
		reading(null, Duration.ofHours(-3), Duration.ofHours(2));
		this.jdbc.sql("update picture_reading set outcome = 'FAILED', reason = 'FAILED_HERE' where channel_id = ?")
			.param(this.channel)
			.update();
		assertThat(page())
			.containsSubsequence("No picture: fetching it failed because of an error on our side, not at Instagram.",
					"Last attempt 3 hours ago, next in 2 hours.", ">Fetch now<")
			.doesNotContain("??");
		this.jdbc.sql("update channel_picture set attempted_at = ? where channel_id = ?")
			.params(at(Duration.ofHours(-1)), this.channel)
			.update();
		assertThat(page()).contains("No picture: Instagram did not ").doesNotContain("error on our side");
	}

	@Test
	@DisplayName("B-14: who is invited is reminded, a wrong handle corrected, a refused address told to the operator")
	void offersTheRemedyOfEachReason() throws Exception {
		UUID invitation = this.rows.invite(this.viewer, this.ana, this.channel, "SENT", null);
		for (String page : new String[] { page(), picturePage() }) {
			assertThat(page).containsSubsequence("picture-gap",
					"No picture: it is fetched when Instagram is connected.",
					"formaction=\"/invitations/" + invitation + "/remind\"", ">Remind</button>");
		}
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, this.channel, "NOT_ALLOWED");
		assertThat(page()).containsSubsequence("picture-gap",
				"is not one that pictures may come from. Tell the operator, or upload a picture.", ">Fetch now<");
		UUID ben = this.rows.creator(this.viewer, "Ben");
		UUID typo = this.rows.channel(this.viewer, ben, "instagram", "tpyo");
		this.rows.ineligible(typo, "NOT_SHOWN");
		for (String path : new String[] { "/creators/" + ben, "/creators/" + ben + "/picture" }) {
			assertThat(main(path)).containsSubsequence("picture-gap", "shows no public profile under this handle",
					POLICY, "href=\"/channels/" + typo + "/handle\"", ">Correct the handle<");
		}
	}

	@Test
	@DisplayName("P-1, P-12: where a picture is chosen stands why there is none, what was tried, and what brings one")
	void saysItWhereAPictureIsChosen() throws Exception {
		assertThat(picturePage())
			.containsSubsequence("href=\"/creators/" + this.ana + "\"", ">Overview / Channels<", "picture-gap",
					"No picture: Instagram is not connected.", "href=\"/creators/" + this.ana + "/invite?channel=",
					">Invite<", "Pictures of the channels", "No picture: Instagram is not connected.")
			.doesNotContain("There is no picture yet.", ">Fetch now<", "??");
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, this.channel, "TOO_LARGE");
		reading(null, Duration.ofHours(-3), Duration.ofDays(10));
		assertThat(picturePage())
			.containsSubsequence("picture-gap", "the one at Instagram was refused because it is too large.",
					"Last attempt 3 hours ago, next in 10 days.",
					"formaction=\"/creators/" + this.ana + "/picture/fetch\"", ">Fetch now<")
			.doesNotContain("/picture/channel\"");
	}

	@Test
	@DisplayName("P-10: it also says there which profiles are read; who is archived or without a channel is told so")
	void saysThereWhatIsNeverRead() throws Exception {
		this.jdbc.sql("update organization set privacy_url = 'https://atelier.example/privacy' where id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.rows.ineligible(this.channel, "PRIVATE");
		assertThat(picturePage()).containsSubsequence("picture-gap", "the profile at Instagram is private", POLICY,
				"href=\"/privacy\"", "href=\"https://atelier.example/privacy\"");
		UUID ben = this.rows.creator(this.viewer, "Ben");
		assertThat(main("/creators/" + ben + "/picture")).containsSubsequence("No picture: there is no channel yet.",
				"href=\"/creators/" + ben + "/channels/new\"", ">Add channel<");
		this.jdbc.sql("update creator set archived_at = ? where id = ?").params(at(Duration.ZERO), ben).update();
		assertThat(main("/creators/" + ben + "/picture")).contains("No picture: there is no channel yet.")
			.doesNotContain(">Add channel<");
	}

	@Test
	@DisplayName("P-1: in the portfolio the reason describes the link to a picture and is not part of its name")
	void describesTheLinkToAPicture() throws Exception {
		assertThat(main("/portfolio")).containsSubsequence("aria-describedby=\"picture-gap-" + this.ana + "\"",
				"Change the picture of Ana Kocht", "face-mark", "</a>", "id=\"picture-gap-" + this.ana + "\"",
				"No picture: Instagram is not connected.");
		this.rows.picture(this.viewer, this.channel, "abc");
		assertThat(main("/portfolio")).doesNotContain("picture-gap-", "face-mark");
	}

	private void fetched(Duration ago) {
		this.jdbc.sql("update channel_picture set fetched_at = ? where channel_id = ?")
			.params(at(ago), this.channel)
			.update();
	}

	private void reading(@Nullable String gap, @Nullable Duration attempted, @Nullable Duration next) {
		this.jdbc.sql("""
				insert into picture_reading (channel_id, organization_id, network, gap, attempted_at, read_at)
				values (:channel, :organization, 'instagram', :gap, cast(:attempted as timestamptz),
					cast(:next as timestamptz))""")
			.param("channel", this.channel)
			.param("organization", this.viewer.organizationId())
			.param("gap", gap)
			.param("attempted", (attempted != null) ? at(attempted) : null)
			.param("next", (next != null) ? at(next.plusMinutes(1)) : null)
			.update();
	}

	private Object at(Duration distance) {
		Instant moment = this.rows.instant().plus(distance);
		return moment.atOffset(ZoneOffset.UTC);
	}

	private String page() throws Exception {
		return main("/creators/" + this.ana);
	}

	private String picturePage() throws Exception {
		return main("/creators/" + this.ana + "/picture");
	}

	private String main(String path) throws Exception {
		String body = body(path);
		return body.substring(body.indexOf("<main"));
	}

	private String body(String path) throws Exception {
		return this.mvc.perform(get(URI.create(path)).with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
