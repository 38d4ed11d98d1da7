package io.channelkeeper.picture;

import java.net.URI;
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

/**
 * Keeps the pictures of channels, and what is known of each.
 */
@Component
class PictureStore implements PictureShelf {

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
			returning p.organization_id, p.channel_id as owner_id, c.network, p.source_url, p.source_hash, p.attempts""";

	private static final String STORE = """
			insert into picture (organization_id, hash, size, content, content_type, stored_at)
			values (:organization, :hash, :size, :content, :type, :now) on conflict do nothing""";

	private static final String FETCHED = """
			update channel_picture set hash = :hash, source_hash = :source, source_url = null, fetched_at = :now,
				next_attempt_at = null, missing_reason = null
			where channel_id = :channel and organization_id = :organization""";

	private static final String ADOPT = """
			insert into channel_picture (channel_id, organization_id, hash, source_hash, fetched_at, attempted_at)
			values (:channel, :organization, :hash, :source, :fetched, :fetched)
			on conflict (channel_id) do update set hash = excluded.hash, source_hash = excluded.source_hash,
				fetched_at = excluded.fetched_at, attempted_at = excluded.attempted_at, source_url = null,
				next_attempt_at = null, missing_reason = null""";

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

	@Override
	public Optional<DuePicture> claim(@Nullable UUID channel) {
		return this.jdbc.sql(CLAIM)
			.param("now", now())
			.param("until", Timestamp.from(this.clock.instant().plus(FETCHING_AT_MOST)))
			.param("channel", channel)
			.query(DuePicture::of)
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

	/**
	 * Keeps a picture as the channel's, and lets go of the one before; unless it was
	 * forgotten while it was fetched.
	 */
	@Override
	@Transactional
	public void keep(DuePicture due, NormalizedPicture picture, String sourceHash) {
		lock(due.organizationId());
		if (!isAwaited(due)) {
			return;
		}
		store(due.organizationId(), due.ownerId(), picture);
		this.jdbc.sql(FETCHED)
			.param("hash", picture.hash())
			.param("source", sourceHash)
			.param("now", now())
			.param("channel", due.ownerId())
			.param("organization", due.organizationId())
			.update();
	}

	private boolean isAwaited(DuePicture due) {
		return this.jdbc.sql("""
				select count(*) from channel_picture where channel_id = :channel and organization_id = :organization""")
			.param("channel", due.ownerId())
			.param("organization", due.organizationId())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Takes over a picture that was fetched before there was the channel, unless the
	 * channel has a newer one.
	 */
	@Transactional
	public void adopt(UUID organization, UUID channel, KeptPicture kept) {
		lock(organization);
		boolean outdated = this.jdbc.sql("""
				select count(*) from channel_picture where channel_id = :channel and fetched_at >= :fetched""")
			.param("channel", channel)
			.param("fetched", Timestamp.from(kept.fetchedAt()))
			.query(Long.class)
			.single() > 0;
		if (outdated) {
			return;
		}
		store(organization, channel, kept.picture());
		this.jdbc.sql(ADOPT)
			.param("channel", channel)
			.param("organization", organization)
			.param("hash", kept.picture().hash())
			.param("source", kept.sourceHash())
			.param("fetched", Timestamp.from(kept.fetchedAt()))
			.update();
	}

	/** Stores the bytes, and lets go of those that the channel showed before. */
	private void store(UUID organization, UUID channel, NormalizedPicture picture) {
		for (int size : NormalizedPicture.SIZES) {
			this.jdbc.sql(STORE)
				.param("organization", organization)
				.param("hash", picture.hash())
				.param("size", size)
				.param("content", picture.content(size))
				.param("type", NormalizedPicture.CONTENT_TYPE)
				.param("now", now())
				.update();
		}
		this.jdbc.sql(FORGET)
			.param("organization", organization)
			.param("channel", channel)
			.param("hash", picture.hash())
			.update();
	}

	@Override
	public void unchanged(DuePicture due) {
		this.jdbc.sql("""
				update channel_picture set source_url = null, fetched_at = :now, next_attempt_at = null,
					missing_reason = null
				where channel_id = :channel and organization_id = :organization""")
			.param("now", now())
			.param("channel", due.ownerId())
			.param("organization", due.organizationId())
			.update();
	}

	@Override
	public void missing(DuePicture due, MissingReason reason, @Nullable Duration pause) {
		Instant next = (pause != null) ? this.clock.instant().plus(pause) : null;
		this.jdbc.sql("""
				update channel_picture set missing_reason = :reason, next_attempt_at = :next,
					source_url = case when cast(:next as timestamptz) is null then null else source_url end
				where channel_id = :channel and organization_id = :organization""")
			.param("reason", reason.name())
			.param("next", (next != null) ? Timestamp.from(next) : null, Types.TIMESTAMP)
			.param("channel", due.ownerId())
			.param("organization", due.organizationId())
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
