package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;

import io.channelkeeper.network.ChannelKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * How days are counted, on an organization in Berlin unless it says otherwise.
 */
class ExpiryRowsTests {

	private static ExpiryScene scene;

	private UUID organization;

	private UUID member;

	@BeforeAll
	static void makeScene() {
		scene = new ExpiryScene();
	}

	@AfterAll
	static void closeScene() {
		scene.close();
	}

	@BeforeEach
	void makeOrganization() {
		scene.run("update connection set login_id = null");
		this.organization = scene.organization("Europe/Berlin");
		this.member = scene.member(this.organization);
	}

	@Test
	@DisplayName("M-28: a deadline at 00:30 on the 12th is 1 day before on the 11th, at 08:00 and not earlier")
	void countsDaysByTheCalendar() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-11T23:30:00Z"));
		look("2027-01-02T06:59:59Z");
		assertThat(scene.days(channel)).isEmpty();
		look("2027-01-02T07:00:00Z");
		assertThat(scene.days(channel)).containsExactly(10);
		look("2027-01-07T07:00:00Z");
		look("2027-01-11T06:59:59Z");
		assertThat(scene.days(channel)).containsExactly(10, 5);
		look("2027-01-11T07:00:00Z");
		assertThat(scene.days(channel)).containsExactly(10, 5, 1);
	}

	@Test
	@DisplayName("M-28: the day itself is told at 08:00 whether the moment lies before or after, and nothing follows")
	void tellsTheDayItselfOnce() {
		UUID early = scene.channel(this.organization, Instant.parse("2027-01-11T23:30:00Z"));
		UUID late = scene.channel(this.organization, Instant.parse("2027-01-12T13:20:00Z"));
		look("2027-01-11T07:00:00Z");
		look("2027-01-12T06:59:00Z");
		look("2027-01-12T07:00:00Z");
		assertThat(scene.days(early)).containsExactly(1, 0);
		assertThat(scene.days(late)).containsExactly(1, 0);
		for (int day = 13; day < 30; day++) {
			look("2027-01-" + day + "T07:00:00Z");
		}
		assertThat(scene.days(early)).containsExactly(1, 0);
		assertThat(scene.days(late)).containsExactly(1, 0);
	}

	@ParameterizedTest
	@CsvSource({ "Pacific/Kiritimati,2027-05-09T18:00:00Z", "Pacific/Pago_Pago,2027-05-10T19:00:00Z",
			"Asia/Kathmandu,2027-05-10T02:15:00Z", "Nowhere/Land,2027-05-10T08:00:00Z" })
	@DisplayName("issue 6: each organization by its own zone, and by UTC where the database does not know it")
	void countsInEveryZone(String zone, Instant moment) {
		UUID there = scene.organization(zone);
		scene.member(there);
		UUID channel = scene.channel(there, moment.plus(Duration.ofDays(5)));
		look(moment.minusSeconds(1));
		assertThat(scene.days(channel)).containsExactly(10);
		look(moment);
		assertThat(scene.days(channel)).containsExactly(10, 5);
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-28T10:00:00Z,2027-03-27T07:00:00Z", "2027-03-29T10:00:00Z,2027-03-28T06:00:00Z",
			"2027-10-31T10:00:00Z,2027-10-30T06:00:00Z", "2027-11-01T10:00:00Z,2027-10-31T07:00:00Z",
			"2028-03-01T10:00:00Z,2028-02-29T07:00:00Z" })
	@DisplayName("issue 6: at 08:00 also where clocks change, and on a leap day")
	void keepsTheHourWhereClocksChange(Instant deadline, Instant dayBefore) {
		UUID channel = scene.channel(this.organization, deadline);
		look(dayBefore.minusSeconds(1));
		look(dayBefore);
		assertThat(scene.days(channel)).containsExactly(5, 1);
	}

	@Test
	@DisplayName("M-27: a rule longer than all that networks propose is looked at in time")
	void looksAsFarAsTheLongestRule() {
		Instant deadline = Instant.parse("2027-03-30T10:00:00Z");
		Instant before = deadline.minus(Duration.ofDays(100));
		UUID channel = scene.channel(this.organization, ExpiryScene.INSTAGRAM, ChannelKind.OWNED, before, deadline);
		scene.rule(this.organization,
				new WarningRule(ExpiryScene.INSTAGRAM, ChannelKind.OWNED, new WarningDays(List.of(90, 2))), this.member,
				before);
		look("2026-12-30T06:59:59Z");
		assertThat(scene.days(channel)).isEmpty();
		look("2026-12-30T07:00:00Z");
		assertThat(scene.days(channel)).containsExactly(90);
	}

	@Test
	@DisplayName("design 7.1: no warning joins a member or a creator with what belongs to somebody else")
	void keepsOrganizationsApart() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		look("2027-01-07T07:00:00Z");
		UUID stranger = scene.member(scene.organization("Europe/Berlin"));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> scene.run("update warning set member_id = ? where channel_id = ?", stranger, channel))
			.withMessageContaining("warning_member");
		UUID other = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		CreatorWarningRows creators = new CreatorWarningRows(scene.jdbc);
		creators.add(ExpiryScene.USUAL, ExpiryScene.HOUR, Instant.parse("2027-01-07T07:00:00Z"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> scene.run("""
				update creator_warning set creator_id = (select creator_id from channel where id = ?)
				where channel_id = ?""", other, channel)).withMessageContaining("creator_warning_channel");
	}

	@Test
	@DisplayName("issue 6: after three days without a server everybody gets the most urgent warning, once")
	void makesUpForTheMostUrgentOnly() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		UUID second = scene.member(this.organization);
		look("2027-01-07T06:00:00Z");
		look("2027-01-12T09:00:00Z");
		look("2027-01-12T09:05:00Z");
		assertThat(scene.told()).filteredOn((one) -> one.channel().equals(channel))
			.extracting(ExpiryScene.Told::member, ExpiryScene.Told::days)
			.containsExactlyInAnyOrder(tuple(this.member, 10), tuple(second, 10), tuple(this.member, 0),
					tuple(second, 0));
	}

	@Test
	@DisplayName("issue 6: nothing is told twice when a clock is set back, nor to whoever joined meanwhile")
	void tellsNothingTwice() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		look("2027-01-11T08:00:00Z");
		scene.member(this.organization);
		look("2027-01-07T08:00:00Z");
		look("2027-01-02T08:00:00Z");
		look("2027-01-11T09:00:00Z");
		assertThat(scene.days(channel)).containsExactly(1);
	}

	@Test
	@DisplayName("issue 6: what a network says a few seconds differently at each renewal is the same end")
	void secondsMakeNoOtherEnd() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-11T22:59:59Z"));
		look("2027-01-10T08:00:00Z");
		for (int hour = 9; hour < 24; hour++) {
			scene.moves(channel, Instant.parse("2027-01-11T23:00:00Z").plusSeconds(hour % 3 - 1));
			look("2027-01-10T%02d:00:00Z".formatted(hour));
		}
		assertThat(scene.days(channel)).containsExactly(1);
		look("2027-01-11T08:00:00Z");
		look("2027-01-12T08:00:00Z");
		assertThat(scene.days(channel)).containsExactly(1, 0);
	}

	@Test
	@DisplayName("issue 6: whoever signs in with three days left is warned 1 day before and on the day only")
	void knowsWhatIsSaidAtTheSignIn() {
		Instant deadline = Instant.parse("2027-01-12T12:00:00Z");
		UUID channel = scene.channel(this.organization, ExpiryScene.INSTAGRAM, ChannelKind.OWNED,
				Instant.parse("2027-01-09T10:00:00Z"), deadline);
		for (int day = 9; day < 15; day++) {
			look("2027-01-%02dT12:00:00Z".formatted(day));
		}
		assertThat(scene.days(channel)).containsExactly(1, 0);
	}

	@Test
	@DisplayName("issue 6: who signs in again leaves nothing to tell of the old end, and is told of the new one")
	void forgetsAnEndThatMoved() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		UUID other = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		UUID gone = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		look("2027-01-07T08:00:00Z");
		scene.reconnects(channel, Instant.parse("2027-01-07T08:01:00Z"), Instant.parse("2027-03-12T12:00:00Z"));
		scene.run("update connection set login_id = null where channel_id = ?", gone);
		scene.moves(other, Instant.parse("2027-01-12T12:00:20Z"));
		scene.rows.settleMoved(Instant.parse("2027-01-07T08:05:00Z"));
		assertThat(outcomes(channel)).containsExactly("MOVED");
		assertThat(outcomes(gone)).containsExactly("MOVED");
		assertThat(outcomes(other)).containsExactly("open");
		look("2027-03-02T08:00:00Z");
		assertThat(scene.days(channel)).containsExactly(5, 10);
		assertThat(outcomes(channel)).containsExactly("MOVED", "open");
	}

	@Test
	@DisplayName("M-30, M-31: monitored ones on fewer days; M-32: every active member of this organization only")
	void followsTheRuleOfItsKind() {
		Instant deadline = Instant.parse("2027-01-12T12:00:00Z");
		Instant connected = Instant.parse("2026-12-01T12:00:00Z");
		UUID facebook = scene.channel(this.organization, ExpiryScene.FACEBOOK, ChannelKind.MONITORED, connected,
				deadline);
		UUID instagram = scene.channel(this.organization, ExpiryScene.INSTAGRAM, ChannelKind.MONITORED, connected,
				deadline);
		UUID paid = scene.channel(this.organization, ExpiryScene.FACEBOOK, ChannelKind.PAID, connected, deadline);
		UUID left = scene.member(this.organization);
		scene.run("update member set active = false where id = ?", left);
		UUID stranger = scene.member(scene.organization("Europe/Berlin"));
		for (int day = 1; day < 15; day++) {
			look("2027-01-%02dT12:00:00Z".formatted(day));
		}
		assertThat(scene.days(facebook)).containsExactly(10);
		assertThat(scene.days(instagram)).containsExactly(10, 1, 0);
		assertThat(scene.days(paid)).containsExactly(10, 5, 1, 0);
		assertThat(scene.told()).extracting(ExpiryScene.Told::member)
			.contains(this.member)
			.doesNotContain(left, stranger);
	}

	@Test
	@DisplayName("M-29: nothing of what has no end, is interrupted for another reason, disconnected or put away")
	void leavesOutWhatNeedsNoWarning() {
		List<UUID> channels = IntStream.range(0, 6)
			.mapToObj((number) -> scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z")))
			.toList();
		scene.login(channels.get(0), "deadline = null");
		scene.login(channels.get(1), "invalid_cause = 'PASSWORD_CHANGED'");
		scene.login(channels.get(2), "access_token = null");
		scene.run("update connection set login_id = null where channel_id = ?", channels.get(3));
		scene.run("update channel set archived_at = added_at where id = ?", channels.get(4));
		scene.run("""
				update creator set archived_at = created_at where id = (select creator_id from channel where id = ?)""",
				channels.get(5));
		look("2027-01-12T08:00:00Z");
		assertThat(channels).allSatisfy((channel) -> assertThat(scene.days(channel)).isEmpty());
	}

	@Test
	@DisplayName("B-16: a changed rule holds from then on and makes up for nothing")
	void aChangedRuleMakesUpForNothing() {
		UUID channel = scene.channel(this.organization, Instant.parse("2027-01-12T12:00:00Z"));
		look("2027-01-02T08:00:00Z");
		scene.rule(this.organization,
				new WarningRule(ExpiryScene.INSTAGRAM, ChannelKind.OWNED, new WarningDays(List.of(7, 6, 3))),
				this.member, Instant.parse("2027-01-05T08:00:00Z"));
		look("2027-01-05T08:00:00Z");
		assertThat(scene.days(channel)).containsExactly(10);
		for (int day = 6; day < 15; day++) {
			look("2027-01-%02dT12:00:00Z".formatted(day));
		}
		assertThat(scene.days(channel)).containsExactly(10, 6, 3);
		scene.run("update organization set warning_hour = 20 where id = ?", this.organization);
		UUID evening = scene.channel(this.organization, Instant.parse("2027-02-12T12:00:00Z"));
		look("2027-02-05T18:59:59Z");
		assertThat(scene.days(evening)).isEmpty();
		look("2027-02-05T19:00:00Z");
		assertThat(scene.days(evening)).containsExactly(7);
	}

	@Test
	@DisplayName("design 7.7: of 20,000 logins only those are read that end soon")
	void readsOnlyWhatEndsSoon() {
		ManyLogins.make(scene, 10, 2_000, Instant.parse("2029-06-11T12:00:00Z"));
		JsonNode plan = JsonMapper.shared()
			.readTree(scene.jdbc.sql("explain (analyze, format json) " + ExpiryRows.DUE)
				.params(ExpiryRows.dueValues(scene.jdbc, ExpiryScene.USUAL, ExpiryScene.HOUR,
						Instant.parse("2029-06-10T12:00:00Z")))
				.query(String.class)
				.single());
		assertThat(plan.findValuesAsString("Index Name")).contains("social_login_deadline");
		assertThat(read(plan, "social_login")).isBetween(4_000L, 4_400L);
		assertThat(look("2029-06-10T12:00:00Z")).isEqualTo(4_000);
		assertThat(look("2029-06-10T12:05:00Z")).isZero();
	}

	/** How many rows of a table a plan looked at. */
	static long read(JsonNode plan, String table) {
		return plan.findParents("Relation Name")
			.stream()
			.filter((scan) -> scan.path("Relation Name").asString().equals(table))
			.mapToLong((scan) -> Math
				.round((scan.path("Actual Rows").asDouble() + scan.path("Rows Removed by Filter").asDouble())
						* scan.path("Actual Loops").asDouble()))
			.sum();
	}

	private static int look(String moment) {
		return look(Instant.parse(moment));
	}

	private static int look(Instant moment) {
		return scene.look(moment);
	}

	private static List<@Nullable String> outcomes(UUID channel) {
		return scene.jdbc.sql("select coalesce(outcome, 'open') from warning where channel_id = ? order by created_at")
			.param(channel)
			.query(String.class)
			.list();
	}

}
