package io.channelkeeper.picture;

import java.awt.Color;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ChannelProfiles;
import io.channelkeeper.connection.TestLookup;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.Tenancy;

/**
 * A cycle with a clock of its own, at a network that shows strangers what a test tells it
 * to, and nothing due but what the test makes so.
 */
@ApplicationTest
abstract class CycleScene {

	static final NetworkId TIKTOK = new NetworkId("tiktok");

	static final Duration MONTH = Duration.ofDays(31);

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	ChannelService channels;

	@Autowired
	PictureService pictures;

	@Autowired
	TestLookup lookup;

	@Autowired
	ChannelProfiles profiles;

	@Autowired
	PictureFetcher fetcher;

	@Autowired
	Networks networks;

	@Autowired
	ProcessRegister processes;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DataSource database;

	@Autowired
	DatabasePictureBytes bytes;

	@Autowired
	ShownPictures shown;

	@Autowired
	PictureStore store;

	@Autowired
	PictureDesk pictureDesk;

	@Autowired
	ChannelDrifts drifts;

	final FarSide farSide = new FarSide();

	final MovingClock clock = new MovingClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

	final AtomicInteger decoded = new AtomicInteger();

	Viewer viewer;

	UUID creator;

	PictureCycle cycle;

	ReadingPlan plan;

	ReadingRows rows;

	ReadingDesk desk;

	PictureProperties properties;

	@BeforeEach
	void begin() {
		this.lookup.serve("tiktok", null, this.farSide);
		this.jdbc.sql("update picture_reading set read_at = null, wanted_at = null").update();
		this.viewer = this.organizations.make("Cycle");
		this.creator = this.creators.ana(this.viewer);
		Parts parts = parts(Period.ofMonths(1), 4);
		this.cycle = parts.cycle();
		this.plan = parts.plan();
		this.rows = parts.rows();
		this.desk = parts.desk();
		this.properties = parts.properties();
	}

	@AfterEach
	void end() {
		this.lookup.end();
		this.farSide.close();
	}

	/** The cycle's parts as a process with these settings has them. */
	final Parts parts(Period every, int concurrency) {
		PictureProperties properties = new PictureProperties(DataSize.ofMegabytes(5), every, true, concurrency);
		PictureCalendar calendar = new PictureCalendar(properties, this.clock);
		ReadingPlan itsPlan = new ReadingPlan(this.jdbc, calendar);
		ReadingRows itsRows = new ReadingRows(this.jdbc, calendar, this.processes);
		ReadingDesk itsDesk = new ReadingDesk(this.profiles, itsRows,
				new PictureStore(this.jdbc, this.clock, this.bytes, this.shown),
				new PictureDesk(this.fetcher, new Counting(), this.networks, this.drifts), calendar);
		return new Parts(properties, new PictureCycle(itsRows, itsPlan, itsDesk, calendar, properties, this.processes),
				itsPlan, itsRows, itsDesk);
	}

	void round() {
		round(this.cycle);
	}

	static void round(PictureCycle cycle) {
		try {
			cycle.round(TIKTOK, 100);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A channel that is due now. */
	UUID due(String handle) {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("tiktok", handle));
		this.plan.soon(this.viewer.organizationId(), channel);
		return channel;
	}

	/** What the network shows of a channel from now on. */
	void show(String handle, @Nullable URI picture) {
		this.farSide.forget("/profiles/" + handle);
		this.farSide.answer("/profiles/" + handle, 200, "{\"id\": \"" + handle + "\", \"public\": true"
				+ ((picture != null) ? ", \"picture\": \"" + picture + "\"" : "") + "}");
	}

	URI plain(Color color) {
		return PictureHost.TIKTOK.serve(TestPictures.plain(color, 600, 600, "png"));
	}

	int asked(String handle) {
		return this.farSide.asked("/profiles/" + handle).size();
	}

	PictureStanding standing(UUID channel) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.pictures.standing(channel)).orElseThrow();
	}

	@Nullable Instant readAt(UUID channel) {
		return this.jdbc.sql("select read_at from picture_reading where channel_id = ? and read_at is not null")
			.param(channel)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

	/** As one minute later: a channel is asked for at most once in it. */
	void minutePasses() {
		this.jdbc.sql("update look_up set asked_at = asked_at - interval '2 minutes'").update();
	}

	/** What a process has of its own. */
	record Parts(PictureProperties properties, PictureCycle cycle, ReadingPlan plan, ReadingRows rows,
			ReadingDesk desk) {
	}

	/** Counts how often bytes become pixels. */
	private final class Counting extends PictureNormalizer {

		private Counting() {
			super(new PictureDecoders());
		}

		@Override
		NormalizedPicture normalize(byte[] source) {
			CycleScene.this.decoded.incrementAndGet();
			return super.normalize(source);
		}

	}

}
