package io.channelkeeper.picture;

import java.awt.Color;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import io.channelkeeper.channel.ChannelDrift;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.PersonErased;
import io.channelkeeper.connection.PublicProfiles;
import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureCycleTests extends CycleScene {

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	FetchedPictures fetched;

	@Autowired
	PublicProfiles publicProfiles;

	@Test
	@DisplayName("P-11: read next a month after the last success, a little early, none on the same moment")
	void readsEachMonthOnDaysOfTheirOwn() {
		List<UUID> channels = IntStream.range(0, 8).mapToObj((number) -> due("ana" + number)).toList();
		IntStream.range(0, 8).forEach((number) -> show("ana" + number, plain(Color.RED)));
		round();
		Instant end = this.clock.instant().atZone(this.clock.getZone()).plusMonths(1).toInstant();
		assertThat(channels)
			.allSatisfy((channel) -> assertThat(standing(channel).fetchedAt()).isEqualTo(this.clock.instant()))
			.extracting(this::readAt)
			.allSatisfy((next) -> assertThat(next).isBetween(end.minus(Duration.ofHours(25)), end))
			.doesNotHaveDuplicates();
		assertThat(channels).extracting((channel) -> standing(channel).nextAttemptAt())
			.isEqualTo(channels.stream().map(this::readAt).toList());
	}

	@Test
	@DisplayName("Backfill: what was never planned is spread over the cycle")
	void spreadsWhatWasNeverPlanned() {
		List<UUID> channels = IntStream.range(0, 60).mapToObj((number) -> due("ben" + number)).toList();
		infinity();
		round();
		Instant now = this.clock.instant();
		assertThat(channels.stream().map(this::readAt).map(Objects::requireNonNull).toList())
			.allSatisfy((next) -> assertThat(next).isBetween(now, now.plus(MONTH)))
			.satisfies((dates) -> assertThat(
					dates.stream().map((date) -> Duration.between(now, date).toDays() / 8).distinct())
				.hasSize(4));
		assertThat(this.farSide.asked()).isEmpty();
	}

	@Test
	@DisplayName("P-12: a changed picture arrives with the next cycle and not before")
	void bringsAChangedPictureWithTheNextCycle() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		round();
		String first = standing(ana).address();
		show("ana", plain(Color.BLUE));
		this.clock.move(Duration.ofDays(26));
		minutePasses();
		round();
		assertThat(standing(ana).address()).isEqualTo(first);
		assertThat(asked("ana")).isOne();
		this.clock.move(Duration.ofDays(6));
		round();
		assertThat(standing(ana).address()).isNotEqualTo(first).isNotNull();
		assertThat(Tenancy.within(this.viewer.organizationId(), () -> this.drifts.ofCreator(this.creator)))
			.extracting(ChannelDrift::kind)
			.containsExactly(ChannelDrift.Kind.PICTURE);
		assertThat(standing(ana).fetchedAt()).isEqualTo(this.clock.instant());
	}

	@Test
	@DisplayName("An unchanged picture is not decoded: the same bytes at another address")
	void doesNotDecodeTheSameBytes() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		round();
		assertThat(this.decoded).hasValue(1);
		show("ana", plain(Color.RED));
		nextCycle();
		assertThat(this.decoded).hasValue(1);
		assertThat(asked("ana")).isEqualTo(2);
		assertThat(standing(ana).fetchedAt()).isEqualTo(this.clock.instant());
	}

	@Test
	@DisplayName("An unchanged picture is not even sent: the server knows its name")
	void doesNotFetchWhatTheServerNames() {
		UUID ana = due("ana");
		URI picture = PictureHost.TIKTOK.serveNamed("\"red\"", TestPictures.plain(Color.RED, 600, 600, "png"));
		show("ana", URI.create(picture + "?signed=1"));
		round();
		show("ana", URI.create(picture + "?signed=2"));
		nextCycle();
		assertThat(PictureHost.TIKTOK.statuses(picture)).containsExactly(200, 304);
		assertThat(this.decoded).hasValue(1);
		assertThat(standing(ana).fetchedAt()).isEqualTo(this.clock.instant());
		this.jdbc.sql("delete from channel_picture where channel_id = ?").param(ana).update();
		nextCycle();
		assertThat(PictureHost.TIKTOK.statuses(picture)).containsExactly(200, 304, 200);
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("P-5: who turns private is asked for no more, and the picture says so")
	void endsWithAPrivateProfile() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		round();
		this.farSide.forget("/profiles/ana");
		this.farSide.answer("/profiles/ana", 200, "{\"id\": \"ana\", \"public\": false}");
		nextCycle();
		assertThat(standing(ana).gap()).isEqualTo(ReadingGap.PRIVATE);
		assertThat(readAt(ana)).isNull();
		assertThat(standing(ana).nextAttemptAt()).isNull();
		assertThat(asked("ana")).isEqualTo(2);
		nextCycle();
		nextCycle();
		assertThat(asked("ana")).isEqualTo(2);
	}

	@Test
	@DisplayName("B-14: who is shown again without a picture is private no more")
	void endsThePrivateGapByALook() {
		UUID ana = due("ana");
		this.farSide.answer("/profiles/ana", 200, "{\"id\": \"ana\", \"public\": false}");
		round();
		show("ana", null);
		minutePasses();
		Tenancy.within(this.viewer.organizationId(), () -> this.publicProfiles.look(ana));
		assertThat(standing(ana).gap()).isNull();
		assertThat(standing(ana).missing()).isEqualTo(MissingReason.NO_PICTURE);
	}

	@Test
	@DisplayName("B-14: who is said to be private is asked for no more, and at once when that was a mistake")
	void followsWhatAMemberSays() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		Tenancy.within(this.viewer.organizationId(), () -> this.channels.markIneligible(ana,
				Ineligibility.Reason.PRIVATE, Ineligibility.Source.MEMBER, this.viewer));
		minuteLater();
		assertThat(standing(ana).gap()).isEqualTo(ReadingGap.PRIVATE);
		assertThat(standing(ana).nextAttemptAt()).isNull();
		assertThat(asked("ana")).isZero();
		Tenancy.within(this.viewer.organizationId(), () -> this.channels.clearIneligible(this.viewer, ana));
		minuteLater();
		assertThat(standing(ana).gap()).isNull();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("P-2: where the network shows strangers nothing, it says so")
	void saysThatThereIsNoLookUp() {
		this.lookup.end();
		UUID ana = due("ana");
		round();
		assertThat(standing(ana).gap()).isEqualTo(ReadingGap.NO_LOOK_UP);
		assertThat(standing(ana).attemptedAt()).isEqualTo(this.clock.instant());
		assertThat(readAt(ana)).isAfter(this.clock.instant().plus(Duration.ofDays(25)));
	}

	@Test
	@DisplayName("B-14: a silhouette is no picture, and is looked at again in a month")
	void tellsASilhouette() {
		UUID ana = due("ana");
		show("ana", null);
		round();
		assertThat(standing(ana).missing()).isEqualTo(MissingReason.NO_PICTURE);
		assertThat(readAt(ana)).isAfter(this.clock.instant().plus(Duration.ofDays(25)));
	}

	@Test
	@DisplayName("B-14: who does not answer is asked later and later, and it says since when")
	void backsOffWhileThereIsNoAnswer() {
		UUID ana = due("ana");
		this.farSide.answer("/profiles/ana", 500, "");
		Instant since = this.clock.instant();
		for (Duration pause : List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6),
				Duration.ofDays(1), Duration.ofDays(1))) {
			minutePasses();
			round();
			assertThat(standing(ana).unansweredSince()).isEqualTo(since);
			assertThat(standing(ana).missing()).isEqualTo(MissingReason.UNREACHABLE);
			assertThat(readAt(ana)).isEqualTo(this.clock.instant().plus(pause));
			this.clock.move(pause);
		}
		show("ana", plain(Color.RED));
		minutePasses();
		round();
		assertThat(standing(ana).unansweredSince()).isNull();
		assertThat(standing(ana).missing()).isNull();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("What does not answer is the picture’s server: the profile is read again, for a new address")
	void readsAgainForAPictureThatDidNotCome() {
		UUID ana = due("ana");
		show("ana", PictureHost.TIKTOK.fail(500));
		round();
		assertThat(standing(ana).unansweredSince()).isEqualTo(this.clock.instant());
		assertThat(readAt(ana)).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(15)));
		show("ana", PictureHost.TIKTOK.serve(new byte[] { 1, 2, 3 }));
		this.clock.move(Duration.ofMinutes(15));
		minutePasses();
		round();
		assertThat(standing(ana).missing()).isEqualTo(MissingReason.NOT_AN_IMAGE);
		assertThat(standing(ana).unansweredSince()).isNull();
		assertThat(readAt(ana)).isAfter(this.clock.instant().plus(Duration.ofDays(25)));
	}

	@Test
	@DisplayName("A limit closes that network for the cycle; people’s own clicks go first")
	void standsBackWhileANetworkIsClosed() {
		UUID ana = due("ana");
		UUID ben = due("ben");
		show("ana", plain(Color.RED));
		show("ben", plain(Color.RED));
		this.farSide.forget("/profiles/ana");
		this.farSide.answer("/profiles/ana", 429, "", "Retry-After", "3600");
		PictureCycle one = parts(Period.ofMonths(1), 1).cycle();
		round(one);
		assertThat(this.farSide.asked()).hasSize(1);
		assertThat(standing(ben).attemptedAt()).isNull();
		round(one);
		assertThat(this.farSide.asked()).hasSize(1);
		assertThat(readAt(ben)).isEqualTo(this.clock.instant());
		minutePasses();
		show("ana", plain(Color.RED));
		assertThat(this.rows.claim(this.viewer.organizationId(), ana))
			.hasValueSatisfying((due) -> assertThat(BackgroundCalls.within(() -> this.desk.work(due))).isPresent());
		assertThat(this.rows.claim(this.viewer.organizationId(), ana))
			.hasValueSatisfying((due) -> assertThat(this.desk.work(due)).isEmpty());
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("What a process had taken on when it died is taken over, and by one only")
	void takesOverFromTheDead() throws Exception {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		UUID other = Ids.next();
		assertThat(this.rows.claim(TIKTOK, 10, true)).extracting(DueReading::channelId).containsExactly(ana);
		this.jdbc.sql("update picture_reading set leased_by = ? where channel_id = ?").params(other, ana).update();
		try (Connection alive = this.database.getConnection(); Statement lock = alive.createStatement()) {
			lock.execute("select pg_advisory_lock(hashtextextended('process/" + other + "', 0))");
			rescue();
			round();
			assertThat(asked("ana")).isZero();
			lock.execute("select pg_advisory_unlock_all()");
		}
		rescue();
		round();
		assertThat(asked("ana")).isOne();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("What a process has just taken on is left to it by those whose clocks are a little behind")
	void leavesWhatWasJustTaken() {
		due("ana");
		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.rows.claim(TIKTOK, 1, true)).hasSize(1);
		this.clock.move(Duration.ofMinutes(-1));
		assertThat(this.rows.claim(TIKTOK, 1, true)).isEmpty();
	}

	@Test
	@DisplayName("What a process takes on and never finishes is free again after a while")
	void takesOverFromWhoHangs() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		assertThat(this.rows.claim(TIKTOK, 10, true)).hasSize(1);
		assertThat(this.rows.claim(TIKTOK, 10, true)).isEmpty();
		this.clock.move(Duration.ofMinutes(39));
		assertThat(this.rows.claim(TIKTOK, 10, true)).isEmpty();
		this.clock.move(Duration.ofMinutes(2));
		round();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("A cycle that was made shorter holds for what was planned before")
	void followsAShorterCycle() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		round();
		PictureCycle weekly = parts(Period.ofDays(7), 4).cycle();
		round(weekly);
		assertThat(readAt(ana)).isBetween(this.clock.instant(), this.clock.instant().plus(Duration.ofDays(7)));
		assertThat(asked("ana")).isOne();
		this.clock.move(Duration.ofDays(7));
		minutePasses();
		round(weekly);
		assertThat(asked("ana")).isEqualTo(2);
		Instant end = this.clock.instant().plus(Duration.ofDays(7));
		assertThat(readAt(ana)).isBetween(end.minus(Duration.ofHours(6)), end);
	}

	@Test
	@DisplayName("A clock that was set back makes nobody wait longer than a cycle")
	void goesOnAfterTheClockWasSetBack() {
		UUID ana = due("ana");
		UUID ben = due("ben");
		show("ana", plain(Color.RED));
		show("ben", plain(Color.RED));
		round();
		this.rows.claim(this.viewer.organizationId(), ben);
		this.plan.soon(this.viewer.organizationId(), ben);
		this.clock.move(Duration.ofDays(-400));
		round();
		assertThat(readAt(ana)).isBetween(this.clock.instant(), this.clock.instant().plus(MONTH));
		assertThat(readAt(ben)).isBetween(this.clock.instant(), this.clock.instant().plus(MONTH));
		this.clock.move(MONTH);
		minutePasses();
		round();
		assertThat(asked("ana")).isEqualTo(2);
		assertThat(asked("ben")).isEqualTo(2);
	}

	@Test
	@DisplayName("What was archived meanwhile is not asked for, and never again")
	void leavesTheArchivedAlone() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		Tenancy.within(this.viewer.organizationId(), () -> this.channels.archive(this.viewer, ana));
		round();
		assertThat(asked("ana")).isZero();
		assertThat(readAt(ana)).isNull();
	}

	@Test
	@DisplayName("A channel that was asked for a moment ago waits, and its network does not")
	void waitsForAMinuteOfOneChannel() {
		UUID ana = due("ana");
		this.clock.move(Duration.ofSeconds(1));
		UUID ben = due("ben");
		show("ana", plain(Color.RED));
		show("ben", plain(Color.RED));
		this.jdbc.sql("insert into look_up (channel_id, organization_id, asked_at) values (?, ?, ?)")
			.params(ana, this.viewer.organizationId(), Instant.now().atOffset(ZoneOffset.UTC))
			.update();
		PictureCycle one = parts(Period.ofMonths(1), 1).cycle();
		round(one);
		assertThat(standing(ben).address()).isNotNull();
		assertThat(asked("ana")).isZero();
		assertThat(readAt(ana)).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(1)));
		minutePasses();
		this.clock.move(Duration.ofMinutes(1));
		round(one);
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("P-11: what was told on 28 January keeps its date on the 29th, whose month ends earlier")
	void keepsItsDateAtTheEndOfAMonth() {
		UUID ana = due("ana");
		this.clock.move(Duration.between(this.clock.instant(), Instant.parse("2027-01-28T12:00:00Z")));
		this.plan.told(this.viewer.organizationId(), ana);
		for (int nights = 0; nights < 3; nights++) {
			this.clock.move(Duration.ofHours((nights == 0) ? 12 : 24));
			round();
			assertThat(readAt(ana)).isEqualTo(Instant.parse("2027-02-28T12:00:00Z"));
		}
	}

	@Test
	@DisplayName("P-9: a stranger’s picture that arrives after the handle was corrected is not kept")
	void keepsNoPictureOfACorrectedHandle() {
		UUID ana = due("ana");
		show("ana", PictureHost.TIKTOK.serveAfter(() -> correct(ana), red()));
		round();
		assertForgotten(ana);
		assertThat(readAt(ana)).isBefore(Instant.now().plus(Duration.ofMinutes(3)));
		this.jdbc.sql("update picture_reading set wanted_at = ? where channel_id = ?")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), ana)
			.update();
		show("anna", plain(Color.BLUE));
		round();
		assertThat(asked("anna")).isOne();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("P-9: nor does it displace the right one, which came first")
	void keepsThePictureThatCameFirst() {
		UUID ana = due("ana");
		URI right = plain(Color.BLUE);
		show("ana", PictureHost.TIKTOK.serveAfter(() -> {
			correct(ana);
			this.store.offer(this.viewer.organizationId(), ana, right);
			this.pictureDesk.work(this.store, ana);
			assertThat(standing(ana).address()).isNotNull();
		}, red()));
		round();
		String blue = standing(ana).address();
		assertThat(blue).isNotNull();
		UUID ben = due("ben");
		show("ben", right);
		round();
		assertThat(standing(ben).address()).isEqualTo(blue);
	}

	@Test
	@DisplayName("P-10: what was erased while it was fetched stays erased, its server’s name for it, too")
	void keepsNothingOfTheErased() {
		UUID ana = due("ana");
		URI picture = PictureHost.TIKTOK.serveNamed("\"red\"", red());
		show("ana", picture);
		round();
		assertThat(named(ana)).isTrue();
		show("ana", PictureHost.TIKTOK.serveAfter(() -> erase(ana), red()));
		nextCycle();
		assertForgotten(ana);
		assertThat(named(ana)).isFalse();
	}

	@Test
	@DisplayName("P-10: a reading that erasure overtook begins nothing")
	void beginsNothingOfTheErased() {
		UUID ana = due("ana");
		DueReading reading = this.rows.claim(this.viewer.organizationId(), ana).orElseThrow();
		erase(ana);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.rows.claim(this.viewer.organizationId(), ana)).isPresent();
		assertThatExceptionOfType(PictureOvertakenException.class)
			.isThrownBy(() -> this.rows.begin(reading, plain(Color.RED), null));
		this.rows.done(reading, ReadingResult.silhouette());
		this.rows.release(reading);
		assertForgotten(ana);
		assertThat(this.rows.claim(this.viewer.organizationId(), ana)).isEmpty();
	}

	@Test
	@DisplayName("P-5: who turns private is not fetched from the address that was told before")
	void withdrawsTheAddressOfThePrivate() {
		UUID ana = due("ana");
		this.store.offer(this.viewer.organizationId(), ana, PictureHost.TIKTOK.fail(500));
		this.pictureDesk.work(this.store, ana);
		assertThat(standing(ana).awaited()).isTrue();
		this.farSide.answer("/profiles/ana", 200, "{\"id\": \"ana\", \"public\": false}");
		round();
		assertThat(standing(ana).gap()).isEqualTo(ReadingGap.PRIVATE);
		assertThat(standing(ana).awaited()).isFalse();
	}

	private void correct(UUID channel) {
		Tenancy.within(this.viewer.organizationId(),
				() -> this.channels.rename(this.viewer, channel, TestChannels.address("tiktok", "anna")));
	}

	private void erase(UUID channel) {
		this.events.publishEvent(new PersonErased(this.viewer.organizationId(), Set.of(channel), Set.of()));
	}

	private void assertForgotten(UUID channel) {
		assertThat(this.jdbc.sql("select count(*) from channel_picture where channel_id = ?")
			.param(channel)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.fetched.kept(this.viewer)).isZero();
	}

	/** Whether it is known how a picture's server names what it sent. */
	private boolean named(UUID channel) {
		return this.jdbc
			.sql("select coalesce(etag, etag_address, outcome) is not null from picture_reading"
					+ " where channel_id = ?")
			.param(channel)
			.query(Boolean.class)
			.single();
	}

	private static byte[] red() {
		return TestPictures.plain(Color.RED, 600, 600, "png");
	}

	/** One look is not enough. */
	private void rescue() {
		this.cycle.rescue();
		this.cycle.rescue();
	}

	/** What was planned by the application's own clock is due by then. */
	private void minuteLater() {
		this.clock.move(Duration.ofMinutes(1));
		round();
	}

	private void nextCycle() {
		this.clock.move(MONTH);
		minutePasses();
		round();
	}

	private void infinity() {
		this.jdbc.sql("update picture_reading set read_at = 'infinity' where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
	}

}
