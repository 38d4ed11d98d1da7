package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
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
		String body = body("/creators/" + this.ana);
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
