package io.channelkeeper.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.NetworkId;

/**
 * When the profiles of channels are read; a date of its own for each (P-11).
 */
@Repository
class ReadingPlan {

	private static final String ROW = """
			insert into picture_reading as r (channel_id, organization_id, network, read_at)
			select id, organization_id, network, :at from channel
			where id = :channel and organization_id = :organization
			on conflict (channel_id) do update set read_at = excluded.read_at, gap = null, unanswered_since = null,
				failures = 0""";

	private static final String SPREAD = """
			update picture_reading set read_at = cast(:now as timestamptz) + interval '1 second' * trunc(:seconds
				* ((hashtextextended(channel_id::text, 0) & 2147483647) / 2147483648.0)::double precision)
			where network = :network and read_at > :end""";

	/** A look-up of a new channel is over by then, and has told what is shown. */
	private static final Duration LOOKING_UP = Duration.ofMinutes(2);

	/** So much earlier than one day's cycle the next day's may end: months differ. */
	private static final Duration UNEVEN = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final PictureCalendar calendar;

	ReadingPlan(JdbcClient jdbc, PictureCalendar calendar) {
		this.jdbc = jdbc;
		this.calendar = calendar;
	}

	/** A channel's profile is to be read at once. */
	void soon(UUID organization, UUID channel) {
		plan(organization, channel, this.calendar.now());
	}

	/** Somebody named a channel; it is read unless its network is looked up at once. */
	void named(UUID organization, UUID channel) {
		plan(organization, channel, this.calendar.now().plus(LOOKING_UP));
	}

	/**
	 * What a channel's network shows was just told; the profile is read in the next
	 * cycle.
	 */
	void told(UUID organization, UUID channel) {
		plan(organization, channel, this.calendar.cycleEnd());
	}

	/**
	 * What was known of a channel's picture is forgotten; a reading that goes on does not
	 * count any more.
	 */
	void forget(UUID organization, UUID channel) {
		this.jdbc.sql("""
				update picture_reading set leased_by = null, leased_until = null, attempted_at = null, outcome = null,
					reason = null, etag = null, etag_address = null
				where channel_id = :channel and organization_id = :organization""")
			.param("channel", channel)
			.param("organization", organization)
			.update();
	}

	private void plan(UUID organization, UUID channel, Instant at) {
		this.jdbc.sql(ROW).param("at", sql(at)).param("channel", channel).param("organization", organization).update();
	}

	/**
	 * Channels deliver again: those that have no picture, were never read, or whose last
	 * reading brought none are to be read at once.
	 */
	void restored(UUID organization, Collection<UUID> channels) {
		this.jdbc.sql("""
				update picture_reading r set read_at = :now, gap = null, failures = 0
				where r.organization_id = :organization and r.channel_id = any(:channels)
				and (r.gap is not null or r.outcome is null or r.outcome = 'FAILED' or not exists (
					select from channel_picture p where p.channel_id = r.channel_id and p.hash is not null
						and p.missing_reason is null))""")
			.param("now", sql(this.calendar.now()))
			.param("organization", organization)
			.param("channels", channels.toArray(UUID[]::new))
			.update();
	}

	/**
	 * Spreads over the cycle what nobody has planned yet, or what waits longer than a
	 * cycle because that was made shorter or the clock was set back.
	 * @return how many channels
	 */
	int spread(NetworkId network) {
		Instant now = this.calendar.now();
		Instant end = this.calendar.cycleEnd();
		return this.jdbc.sql(SPREAD)
			.param("now", sql(now))
			.param("end", sql(end.plus(UNEVEN)))
			.param("seconds", Duration.between(now, end).toSeconds())
			.param("network", network.value())
			.update();
	}

	private static OffsetDateTime sql(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
