package io.channelkeeper.picture;

import java.awt.Color;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun.Part;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureErrandsTests extends CycleScene {

	@Autowired
	CreatorService creatorService;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	PictureRounds rounds;

	private PictureErrands errands;

	private PictureRuns runs;

	@BeforeEach
	void open() {
		// What is wanted then, the application's own rounds leave alone.
		this.clock.move(Duration.ofDays(1));
		RunRows rows = new RunRows(this.jdbc, this.clock);
		this.errands = new PictureErrands(rows, this.rows, this.desk, this.channels, this.creatorService);
		this.runs = new PictureRuns(this.jdbc, rows, this.properties, this.clock);
	}

	@Test
	@DisplayName("Fetch now: one picture comes while the page waits")
	void fetchesOneAtOnce() {
		UUID ana = add("ana");
		show("ana", plain(Color.RED));
		assertThat(fetch(ana)).isEqualTo(new PictureErrand(1, ReadingOutcome.CHANGED, null));
		assertThat(standing(ana).address()).isNotNull();
		minutePasses();
		assertThat(fetch(ana)).isEqualTo(new PictureErrand(1, ReadingOutcome.UNCHANGED, null));
	}

	@Test
	@DisplayName("P-5: who is private is not asked, and it says so")
	void asksNobodyWhoIsPrivate() {
		UUID ana = add("ana");
		this.farSide.answer("/profiles/ana", 200, "{\"id\": \"ana\", \"public\": false}");
		assertThat(fetch(ana)).isEqualTo(new PictureErrand(1, ReadingOutcome.SKIPPED, "PRIVATE"));
		minutePasses();
		assertThat(fetch(ana)).isEqualTo(new PictureErrand(1, ReadingOutcome.SKIPPED, "PRIVATE"));
		assertThat(asked("ana")).isOne();
	}

	@Test
	@DisplayName("P-2: an error of our own is not blamed on the network; it is tried again soon, then forgotten")
	void doesNotBlameTheNetworkForOurErrors() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		this.shown = broken();
		round(parts(Period.ofMonths(1), 4).cycle());
		assertThat(standing(ana).missing()).isEqualTo(MissingReason.FAILED_HERE);
		assertThat(standing(ana).unansweredSince()).isNull();
		assertThat(readAt(ana)).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(15)));
		this.clock.move(Duration.ofMinutes(15));
		minutePasses();
		round(parts(Period.ofMonths(1), 4).cycle());
		assertThat(readAt(ana)).isEqualTo(this.clock.instant().plus(Duration.ofHours(1)));
		minutePasses();
		assertThat(fetch(ana)).isEqualTo(new PictureErrand(1, ReadingOutcome.CHANGED, null));
		assertThat(standing(ana).missing()).isNull();
		assertThat(standing(ana).address()).isNotNull();
	}

	@Test
	@DisplayName("A run ends each channel with its picture or its reason, before what is due by itself")
	void readsWhatIsAskedForFirst() {
		List<UUID> channels = scene();
		UUID due = this.testChannels.add(this.viewer, this.creators.named(this.viewer, "Zoe Park"),
				TestChannels.address("tiktok", "zoe"));
		this.plan.soon(this.viewer.organizationId(), due);
		show("zoe", plain(Color.GREEN));
		Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchCreator(this.viewer, this.creator));
		assertThat(this.rows.claim(TIKTOK, 1, true)).extracting(DueReading::channelId)
			.containsAnyElementsOf(channels)
			.doesNotContain(due);
		this.clock.move(Duration.ofMinutes(41));
		round();
		PictureRun run = latest();
		assertThat(run.parts()).containsExactly(new Part(ReadingOutcome.CHANGED, null, 5),
				new Part(ReadingOutcome.FAILED, "NOT_AN_IMAGE", 1), new Part(ReadingOutcome.SKIPPED, "NO_PICTURE", 1));
		assertThat(run.isOver()).isTrue();
		assertThat(standing(due).address()).isNotNull();
	}

	@Test
	@DisplayName("A run is stopped, goes on where it was, and nothing is fetched twice")
	void stopsAndContinues() {
		List<UUID> channels = scene();
		all();
		take(channels.get(0));
		this.runs.stop(this.viewer, latest().id());
		round();
		assertThat(latest().done()).isOne();
		assertThat(latest().isRunning()).isFalse();
		assertThat(this.farSide.asked()).hasSize(1);
		this.runs.resume(this.viewer, latest().id());
		assertThat(latest().isRunning()).isTrue();
		round();
		assertThat(latest().isOver()).isTrue();
		assertThat(this.farSide.asked()).hasSize(7);
	}

	@Test
	@DisplayName("After a restart a run goes on where it was")
	void goesOnAfterARestart() {
		List<UUID> channels = scene();
		all();
		take(channels.get(0));
		assertThat(this.rows.claim(this.viewer.organizationId(), channels.get(1))).isPresent();
		this.jdbc.sql("update picture_reading set leased_by = gen_random_uuid() where channel_id = ?")
			.param(channels.get(1))
			.update();
		PictureCycle started = parts(Period.ofMonths(1), 4).cycle();
		started.rescue();
		started.rescue();
		round(started);
		assertThat(latest().isOver()).isTrue();
		assertThat(this.farSide.asked()).hasSize(7);
	}

	@Test
	@DisplayName("Two runs over the same channels fetch each picture once; one that is stopped leaves the other")
	void sharesWhatTwoRunsAskFor() {
		scene();
		all();
		UUID first = latest().id();
		this.clock.move(Duration.ofSeconds(1));
		Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchCreator(this.viewer, this.creator));
		this.runs.stop(this.viewer, first);
		round();
		assertThat(this.runs.latest(this.viewer)).hasSize(2).allMatch(PictureRun::isOver);
		assertThat(this.farSide.asked()).hasSize(7);
	}

	@Test
	@DisplayName("Who waits for a picture goes on waiting when an address that was told before fails")
	void keepsTheWishWhenAnOfferFails() {
		UUID ana = add("ana");
		show("ana", plain(Color.RED));
		Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchCreator(this.viewer, this.creator));
		this.store.offer(this.viewer.organizationId(), ana, PictureHost.TIKTOK.fail(500));
		this.rounds.round();
		assertThat(standing(ana).missing()).isEqualTo(MissingReason.UNREACHABLE);
		assertThat(latest().isOver()).isFalse();
		round();
		assertThat(latest().parts()).containsExactly(new Part(ReadingOutcome.CHANGED, null, 1));
		assertThat(latest().isOver()).isTrue();
	}

	@Test
	@DisplayName("Nobody takes on what somebody is reading because an address that was told before was fetched")
	void leavesTheReadingToWhoIsAtIt() {
		UUID ana = add("ana");
		show("ana", plain(Color.RED));
		Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchCreator(this.viewer, this.creator));
		DueReading reading = this.rows.claim(this.viewer.organizationId(), ana).orElseThrow();
		this.store.offer(this.viewer.organizationId(), ana, plain(Color.BLUE));
		this.rounds.round();
		assertThat(standing(ana).address()).isNotNull();
		assertThat(this.rows.claim(this.viewer.organizationId(), ana)).isEmpty();
		assertThat(latest().isOver()).isFalse();
		this.desk.work(reading);
		assertThat(latest().isOver()).isTrue();
		assertThat(asked("ana")).isOne();
	}

	@Test
	@DisplayName("What was told and fetched without a reading ends the waiting, too")
	void endsTheWishWithAnOffer() {
		UUID ana = add("ana");
		Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchCreator(this.viewer, this.creator));
		this.store.offer(this.viewer.organizationId(), ana, plain(Color.BLUE));
		this.rounds.round();
		assertThat(latest().parts()).containsExactly(new Part(ReadingOutcome.CHANGED, null, 1));
		round();
		assertThat(asked("ana")).isZero();
	}

	@Test
	@DisplayName("Who asks for all twice waits for one run, and that one is shown before ten that are over")
	void asksForAllOnce() {
		List<UUID> channels = scene();
		all();
		UUID run = latest().id();
		all();
		assertThat(latest().id()).isEqualTo(run);
		for (int time = 0; time < 11; time++) {
			this.clock.move(Duration.ofSeconds(1));
			fetch(channels.getFirst());
		}
		assertThat(this.runs.latest(this.viewer)).hasSize(10).first().returns(run, PictureRun::id);
		this.runs.stop(this.viewer, run);
	}

	@Test
	@DisplayName("What is archived meanwhile is skipped")
	void skipsWhatIsArchivedMeanwhile() {
		List<UUID> channels = scene();
		all();
		Tenancy.within(this.viewer.organizationId(), () -> this.channels.archive(this.viewer, channels.get(0)));
		round();
		assertThat(latest().isOver()).isTrue();
		assertThat(latest().parts()).contains(new Part(ReadingOutcome.SKIPPED, "ARCHIVED", 1));
		assertThat(asked("ana0")).isZero();
	}

	@Test
	@DisplayName("Only who manages fetches all; only admins see and stop runs, of their organization only")
	void asksWhoMay() {
		scene();
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.errands.fetchAll(marketer));
		all();
		UUID run = latest().id();
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.runs.latest(marketer));
		Viewer other = this.organizations.make("Other");
		assertThat(this.runs.latest(other)).isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.runs.stop(other, run));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.runs.resume(other, run));
		this.jdbc.sql("update picture_reading set wanted_at = null").update();
	}

	/** The database is full, say. */
	private ShownPictures broken() {
		return new ShownPictures(this.bytes, this.jdbc, this.transaction) {
			@Override
			public void keep(UUID organization, NormalizedPicture picture, Supplier<List<String>> show) {
				throw new IllegalStateException("broken on purpose");
			}
		};
	}

	/** Five with a picture, one with garbage, one without. */
	private List<UUID> scene() {
		List<UUID> channels = IntStream.range(0, 7).mapToObj((number) -> add("ana" + number)).toList();
		IntStream.range(0, 5).forEach((number) -> show("ana" + number, plain(new Color(number * 40, 0, 0))));
		show("ana5", PictureHost.TIKTOK.serve(new byte[] { 1, 2, 3 }));
		show("ana6", null);
		return channels;
	}

	/** A channel that is not due by itself. */
	private UUID add(String handle) {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("tiktok", handle));
		this.jdbc.sql("update picture_reading set read_at = null where channel_id = ?").param(channel).update();
		return channel;
	}

	private PictureErrand fetch(UUID channel) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchChannel(this.viewer, channel));
	}

	private void all() {
		assertThat(Tenancy.within(this.viewer.organizationId(), () -> this.errands.fetchAll(this.viewer)).channels())
			.isGreaterThanOrEqualTo(7);
	}

	private void take(UUID channel) {
		this.rows.claim(this.viewer.organizationId(), channel).ifPresent(this.desk::work);
	}

	private PictureRun latest() {
		return this.runs.latest(this.viewer).getFirst();
	}

}
