package io.channelkeeper.picture;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.NetworkId;

/**
 * Keeps pictures, and what is known of each channel's.
 */
@Component
class PictureStore {

	/** After this long nobody is fetching it any more. */
	private static final Duration FETCHING_AT_MOST = Duration.ofMinutes(2);

	private static final String OFFER = """
			insert into channel_picture (channel_id, organization_id, source_url, attempts, next_attempt_at,
				attempted_at, missing_reason)
			values (:channel, :organization, :url, 0, :next, :attempted, :reason)
			on conflict (channel_id) do update set source_url = excluded.source_url, attempts = 0,
				next_attempt_at = excluded.next_attempt_at,
				attempted_at = coalesce(excluded.attempted_at, channel_picture.attempted_at),
				missing_reason = excluded.missing_reason""";

	private static final String CLAIM = """
			update channel_picture p set attempts = attempts + 1, attempted_at = :now, next_attempt_at = :until
			from channel c
			where c.id = p.channel_id and p.channel_id = (select channel_id from channel_picture
				where next_attempt_at <= :now and source_url is not null
				and (cast(:channel as uuid) is null or channel_id = :channel)
				order by next_attempt_at limit 1 for update skip locked)
			returning p.organization_id, p.channel_id, c.network, p.source_url, p.source_hash, p.attempts""";

	private static final String STORE = """
			insert into picture (organization_id, hash, size, content, content_type, stored_at)
			values (:organization, :hash, :size, :content, :type, :now) on conflict do nothing""";

	private static final String FETCHED = """
			update channel_picture set hash = :hash, source_hash = :source, source_url = null, fetched_at = :now,
				next_attempt_at = null, missing_reason = null
			where channel_id = :channel and organization_id = :organization""";

	private static final String FORGET = """
			delete from picture p where organization_id = :organization
			and hash = (select hash from channel_picture where channel_id = :channel) and hash <> :hash
			and not exists (select from channel_picture other where other.organization_id = :organization
				and other.hash = p.hash and other.channel_id <> :channel)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PictureStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Notes where a network offers a channel's picture, or that it has none. */
	void offer(UUID organization, UUID channel, @Nullable URI address) {
		Timestamp now = now();
		this.jdbc.sql(OFFER)
			.param("channel", channel)
			.param("organization", organization)
			.param("url", (address != null) ? address.toString() : null)
			.param("next", (address != null) ? now : null, Types.TIMESTAMP)
			.param("attempted", (address != null) ? null : now, Types.TIMESTAMP)
			.param("reason", (address != null) ? null : MissingReason.NO_PICTURE.name())
			.update();
	}

	/**
	 * Takes on one picture that is due.
	 * @param channel this channel's only, or null for whichever is due first
	 */
	Optional<OfferedPicture> claim(@Nullable UUID channel) {
		return this.jdbc.sql(CLAIM)
			.param("now", now())
			.param("until", Timestamp.from(this.clock.instant().plus(FETCHING_AT_MOST)))
			.param("channel", channel)
			.query(PictureStore::offered)
			.optional();
	}

	/** Lets go of a channel's picture, and of the bytes unless another one shows them. */
	void forget(UUID organization, UUID channel) {
		lock(organization);
		this.jdbc.sql("""
				with gone as (delete from channel_picture where channel_id = :channel
					and organization_id = :organization returning hash)
				delete from picture p where organization_id = :organization and hash in (select hash from gone)
				and not exists (select from channel_picture other where other.organization_id = :organization
					and other.hash = p.hash and other.channel_id <> :channel)""")
			.param("organization", organization)
			.param("channel", channel)
			.update();
	}

	/** One at a time, so that nobody forgets what another is keeping. */
	private void lock(UUID organization) {
		this.jdbc.sql("select id from organization where id = :organization for no key update")
			.param("organization", organization)
			.query(UUID.class)
			.single();
	}

	/** Keeps a picture as the channel's, and lets go of the one before. */
	@Transactional
	void keep(OfferedPicture offered, NormalizedPicture picture, String sourceHash) {
		lock(offered.organizationId());
		String hash = picture.hash();
		for (int size : NormalizedPicture.SIZES) {
			this.jdbc.sql(STORE)
				.param("organization", offered.organizationId())
				.param("hash", hash)
				.param("size", size)
				.param("content", picture.content(size))
				.param("type", NormalizedPicture.CONTENT_TYPE)
				.param("now", now())
				.update();
		}
		this.jdbc.sql(FORGET)
			.param("organization", offered.organizationId())
			.param("channel", offered.channelId())
			.param("hash", hash)
			.update();
		this.jdbc.sql(FETCHED)
			.param("hash", hash)
			.param("source", sourceHash)
			.param("now", now())
			.param("channel", offered.channelId())
			.param("organization", offered.organizationId())
			.update();
	}

	/** Notes that the same bytes came again. */
	void unchanged(OfferedPicture offered) {
		this.jdbc.sql("""
				update channel_picture set source_url = null, fetched_at = :now, next_attempt_at = null,
					missing_reason = null
				where channel_id = :channel and organization_id = :organization""")
			.param("now", now())
			.param("channel", offered.channelId())
			.param("organization", offered.organizationId())
			.update();
	}

	/**
	 * Notes that there was none to be had.
	 * @param pause until the next attempt, or null when there is none
	 */
	void missing(OfferedPicture offered, MissingReason reason, @Nullable Duration pause) {
		Instant next = (pause != null) ? this.clock.instant().plus(pause) : null;
		this.jdbc.sql("""
				update channel_picture set missing_reason = :reason, next_attempt_at = :next,
					source_url = case when cast(:next as timestamptz) is null then null else source_url end
				where channel_id = :channel and organization_id = :organization""")
			.param("reason", reason.name())
			.param("next", (next != null) ? Timestamp.from(next) : null, Types.TIMESTAMP)
			.param("channel", offered.channelId())
			.param("organization", offered.organizationId())
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static OfferedPicture offered(ResultSet row, int number) throws SQLException {
		return new OfferedPicture(row.getObject("organization_id", UUID.class), row.getObject("channel_id", UUID.class),
				new NetworkId(row.getString("network")), URI.create(row.getString("source_url")),
				row.getString("source_hash"), row.getInt("attempts"));
	}

}
