package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.channelkeeper.network.ChannelKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Creators are warned on the days on which members are.
 */
class CreatorWarningRowsTests {

	private static ExpiryScene scene;

	private static CreatorWarningRows rows;

	private UUID organization;

	@BeforeAll
	static void makeScene() {
		scene = new ExpiryScene();
		rows = new CreatorWarningRows(scene.jdbc);
	}

	@AfterAll
	static void closeScene() {
		scene.close();
	}

	@BeforeEach
	void makeOrganization() {
		scene.run("update connection set login_id = null");
		this.organization = scene.organization("Europe/Berlin");
		scene.member(this.organization);
	}

	@Test
	@DisplayName("M-28: on the days of the rule, at the organization’s hour in its zone, as members are")
	void countsAsForMembers() {
		Instant deadline = Instant.parse("2027-01-11T23:30:00Z");
		UUID owned = scene.channel(this.organization, deadline);
		UUID monitored = scene.channel(this.organization, ExpiryScene.FACEBOOK, ChannelKind.MONITORED,
				deadline.minus(Duration.ofDays(60)), deadline);
		UUID lately = scene.channel(this.organization, ExpiryScene.INSTAGRAM, ChannelKind.OWNED,
				deadline.minus(Duration.ofDays(3)), deadline);
		for (Instant now = Instant.parse("2027-01-01T06:59:00Z"); now
			.isBefore(Instant.parse("2027-01-15T00:00:00Z")); now = now.plusSeconds(60 * 60)) {
			scene.look(now);
			look(now);
		}
		for (UUID channel : List.of(owned, monitored, lately)) {
			assertThat(told(channel)).isEqualTo(scene.days(channel));
		}
		assertThat(told(owned)).containsExactly(10, 5, 1, 0);
		assertThat(scene.jdbc.sql("select created_at from creator_warning where channel_id = ? and days = 1")
			.param(owned)
			.query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single()).isEqualTo("2027-01-11T07:59:00Z");
	}

	@Test
	@DisplayName("issue 6: nothing of what a member connected or nobody can renew, whatever members are told")
	void leavesOutWhatIsNotTheCreators() {
		Instant deadline = Instant.parse("2027-01-12T12:00:00Z");
		UUID members = scene.channel(this.organization, deadline);
		scene.run("update connection set connected_by_creator = false where channel_id = ?", members);
		UUID broken = scene.channel(this.organization, deadline);
		scene.login(broken, "invalid_cause = 'PASSWORD_CHANGED'");
		UUID away = scene.channel(this.organization, deadline);
		scene.run(
				"update creator set archived_at = created_at where id = (select creator_id from channel where id = ?)",
				away);
		Instant now = Instant.parse("2027-01-11T08:00:00Z");
		scene.look(now);
		assertThat(look(now)).isZero();
		assertThat(scene.days(members)).containsExactly(1);
	}

	@Test
	@DisplayName("issue 6: who is not to be written to is settled at once, with the reason")
	void settlesWhoIsNotWrittenTo() {
		Instant deadline = Instant.parse("2027-01-12T12:00:00Z");
		UUID without = scene.channel(this.organization, deadline);
		UUID with = reachable(scene.channel(this.organization, deadline));
		UUID silent = scene.organization("Europe/Berlin");
		scene.run("update organization set renewal_mails = false where id = ?", silent);
		UUID off = reachable(scene.channel(silent, deadline));
		look(Instant.parse("2027-01-11T08:00:00Z"));
		assertThat(outcome(without)).isEqualTo("NO_ADDRESS");
		assertThat(outcome(with)).isEqualTo("open");
		assertThat(outcome(off)).isEqualTo("OFF");
	}

	@Test
	@DisplayName("issue 6: thousands at once with one statement, and the second run adds nothing")
	void addsManyOnce() {
		ManyLogins.make(scene, 5, 1_000, Instant.parse("2029-06-11T12:00:00Z"));
		assertThat(look(Instant.parse("2029-06-10T12:00:00Z"))).isEqualTo(1_000);
		assertThat(look(Instant.parse("2029-06-10T12:05:00Z"))).isZero();
		scene.run("update social_login set deadline = deadline + interval '60 days'");
		scene.run("update creator_warning set settled_at = null, outcome = null");
		assertThat(rows.settleMoved(Instant.parse("2029-06-10T12:10:00Z"))).isGreaterThanOrEqualTo(1_000);
	}

	private static UUID reachable(UUID channel) {
		scene.run(
				"update creator set email = 'ana@kocht.example' where id = (select creator_id from channel where id = ?)",
				channel);
		return channel;
	}

	private static int look(Instant now) {
		return rows.add(ExpiryScene.USUAL, ExpiryScene.HOUR, now);
	}

	private static List<Integer> told(UUID channel) {
		return scene.jdbc.sql("select days from creator_warning where channel_id = ? order by created_at")
			.param(channel)
			.query((row, number) -> row.getInt(1))
			.list();
	}

	private static String outcome(UUID channel) {
		return scene.jdbc.sql("select coalesce(outcome, 'open') from creator_warning where channel_id = ?")
			.param(channel)
			.query(String.class)
			.single();
	}

}
