package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.channel.LookUpOutcome;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * When public profiles were asked for, by whichever replica, and when again.
 */
@Repository
class LookUpRows {

	/** A channel is asked for at most once in this time; some networks bill it. */
	static final Duration APART = Duration.ofMinutes(1);

	/** After this long nobody is asking any more. */
	private static final Duration ASKING_AT_MOST = Duration.ofMinutes(10);

	private static final int ATTEMPTS = 5;

	private final JdbcClient jdbc;

	private final Clock clock;

	LookUpRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes the right to ask for a channel of the bound organization.
	 * @return whether nobody else asked within the last minute
	 */
	boolean begin(UUID channelId) {
		return this.jdbc.sql("""
				insert into look_up as l (channel_id, organization_id, asked_at)
				select id, organization_id, :now from channel where id = :channel and organization_id = :organization
				on conflict (channel_id) do update set asked_at = :now
				where l.asked_at is null or l.asked_at <= :before
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("now", now())
			.param("before", this.clock.instant().minus(APART).atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** What came of the last time it was asked for. */
	Optional<LookUpOutcome> last(UUID channelId) {
		return this.jdbc.sql("""
				select outcome, answered_at, case when closed_until > :now then closed_until end as closed_until
				from look_up where channel_id = :channel and organization_id = :organization and outcome is not null
				""")
			.param("now", now())
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.query((row, number) -> new LookUpOutcome(LookUpOutcome.Kind.valueOf(row.getString("outcome")),
					SqlMoments.in(row, "answered_at"), SqlMoments.maybe(row, "closed_until")))
			.optional();
	}

	/** Keeps an answer; nothing is due any more. */
	void keep(UUID channelId, LookUpOutcome outcome) {
		Instant until = outcome.until();
		this.jdbc.sql("""
				update look_up set outcome = :outcome, answered_at = :at, closed_until = :until, due_at = null
				where channel_id = :channel and organization_id = :organization
				""")
			.param("outcome", outcome.kind().name())
			.param("at", outcome.at().atOffset(ZoneOffset.UTC))
			.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null)
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/**
	 * Puts off what nobody waits for, a few times.
	 * @param heard whether the network counted the question, so that people wait too
	 */
	void putOff(UUID channelId, Instant until, boolean heard) {
		this.jdbc.sql("""
				update look_up set due_at = case when attempts < :attempts then cast(:until as timestamptz) end,
					asked_at = case when :heard then asked_at end
				where channel_id = :channel and organization_id = :organization
				""")
			.param("attempts", ATTEMPTS)
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("heard", heard)
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/** Gives the right to ask back. */
	void notAsked(UUID channelId) {
		this.jdbc
			.sql("update look_up set asked_at = null where channel_id = :channel and organization_id = :organization")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/** Forgets what was said of another name. */
	void forget(UUID channelId) {
		this.jdbc.sql("delete from look_up where channel_id = :channel and organization_id = :organization")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/** Lets a channel be asked for without anybody waiting. */
	void due(UUID channelId) {
		this.jdbc.sql("""
				insert into look_up (channel_id, organization_id, due_at)
				select id, organization_id, :now from channel where id = :channel and organization_id = :organization
				on conflict (channel_id) do update set due_at = :now, attempts = 0
				""").param("channel", channelId).param("organization", Tenancy.current()).param("now", now()).update();
	}

	/** Nothing is due for a channel any more. */
	void done(UUID channelId) {
		this.jdbc
			.sql("update look_up set due_at = null where channel_id = :channel and organization_id = :organization")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/**
	 * Takes on one channel that is due, over all organizations.
	 * @param channelId this one only, or null for whichever is due first
	 */
	Optional<Due> claim(@Nullable UUID channelId) {
		return this.jdbc.sql("""
				update look_up set due_at = :again, attempts = attempts + 1
				where channel_id = (select channel_id from look_up where due_at <= :now and attempts < :attempts
					and (cast(:channel as uuid) is null or channel_id = :channel)
					order by due_at limit 1 for update skip locked)
				returning organization_id, channel_id
				""")
			.param("attempts", ATTEMPTS)
			.param("again", this.clock.instant().plus(ASKING_AT_MOST).atOffset(ZoneOffset.UTC))
			.param("now", now())
			.param("channel", channelId)
			.query((row, number) -> new Due(row.getObject("organization_id", UUID.class),
					row.getObject("channel_id", UUID.class)))
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A channel that nobody waits for.
	 *
	 * @param organizationId its organization
	 * @param channelId the channel
	 */
	record Due(UUID organizationId, UUID channelId) {
	}

}
