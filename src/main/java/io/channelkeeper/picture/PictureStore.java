package io.channelkeeper.picture;

import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the pictures of channels, and what is known of each.
 */
@Component
class PictureStore implements PictureShelf {

	/** How long one process fetches a picture before others may take it on. */
	private static final Duration FETCHING_AT_MOST = Duration.ofMinutes(2);

	private static final String OFFER = """
			insert into channel_picture (channel_id, organization_id, source_url, attempts, next_attempt_at,
				attempted_at, missing_reason)
			values (:channel, :organization, :url, 0, :next, :attempted, :reason)
			on conflict (channel_id) do update set source_url = excluded.source_url, attempts = 0,
				next_attempt_at = excluded.next_attempt_at,
				attempted_at = coalesce(excluded.attempted_at, channel_picture.attempted_at),
				missing_reason = excluded.missing_reason""";

	/** Nothing is fetched of who is put away, private or personal (P-5, P-6). */
	private static final String CLAIM = """
			update channel_picture p set attempts = attempts + 1, attempted_at = :now, next_attempt_at = :until
			from channel c
			where c.id = p.channel_id and p.channel_id = (select due.channel_id from channel_picture due
				join channel open on open.id = due.channel_id
				where due.next_attempt_at <= :now and due.source_url is not null
				and open.archived_at is null and (open.ineligible_reason is null or exists (
					select from connection k where k.channel_id = open.id and k.login_id is not null))
				and (cast(:channel as uuid) is null or due.channel_id = :channel)
				order by due.next_attempt_at limit 1 for update of due skip locked)
			returning p.organization_id, p.channel_id as owner_id, c.network, p.source_url, p.source_hash, p.attempts""";

	private static final String FETCHED = """
			update channel_picture set hash = :hash, source_hash = :source, source_url = null, fetched_at = :now,
				next_attempt_at = null, missing_reason = null
			where channel_id = :channel and organization_id = :organization and source_url = :url""";

	private static final String ADOPT = """
			insert into channel_picture (channel_id, organization_id, hash, source_hash, fetched_at, attempted_at)
			values (:channel, :organization, :hash, :source, :fetched, :fetched)
			on conflict (channel_id) do update set hash = excluded.hash, source_hash = excluded.source_hash,
				fetched_at = excluded.fetched_at, attempted_at = excluded.attempted_at, source_url = null,
				next_attempt_at = null, missing_reason = null""";

	/** The hash that was shown before, if any. */
	private static final String SHOWN = "select hash from channel_picture where channel_id = :channel and hash is not null";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final DatabasePictureBytes bytes;

	private final ShownPictures shown;

	PictureStore(JdbcClient jdbc, Clock clock, DatabasePictureBytes bytes, ShownPictures shown) {
		this.jdbc = jdbc;
		this.bytes = bytes;
		this.shown = shown;
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
		this.shown.change(organization,
				() -> this.jdbc.sql("""
						with gone as (delete from channel_picture
							where channel_id = :channel and organization_id = :organization returning hash)
						select hash from gone where hash is not null""")
					.param("organization", organization)
					.param("channel", channel)
					.query((row, number) -> row.getString(1))
					.list());
	}

	/**
	 * Keeps a picture as the channel's, and lets go of the one before; unless another
	 * address was told or it was forgotten while it was fetched.
	 */
	@Override
	public boolean keep(DuePicture due, NormalizedPicture picture, String sourceHash) {
		AtomicInteger kept = new AtomicInteger();
		AtomicBoolean another = new AtomicBoolean();
		this.shown.keep(due.organizationId(), picture, () -> {
			List<String> before = shown(due.ownerId());
			another.set(!before.isEmpty() && !before.contains(picture.hash()));
			kept.set(of(due, FETCHED).param("hash", picture.hash())
				.param("source", sourceHash)
				.param("now", now())
				.update());
			return before;
		});
		requireOne(due, kept.get());
		return another.get();
	}

	private JdbcClient.StatementSpec of(DuePicture due, String sql) {
		return this.jdbc.sql(sql)
			.param("channel", due.ownerId())
			.param("organization", due.organizationId())
			.param("url", due.address().toString());
	}

	private static void requireOne(DuePicture due, int rows) {
		if (rows == 0) {
			throw new PictureOvertakenException(due.ownerId());
		}
	}

	private List<String> shown(UUID channel) {
		return this.jdbc.sql(SHOWN).param("channel", channel).query((row, number) -> row.getString(1)).list();
	}

	/**
	 * Takes over a picture that was fetched before there was the channel, unless the
	 * channel has a newer one.
	 */
	@Transactional
	public void adopt(UUID organization, UUID channel, KeptPicture kept) {
		this.shown.change(organization, () -> {
			List<String> before = shown(channel);
			if (isNewer(channel, kept)) {
				return List.of();
			}
			this.bytes.take(organization, kept.picture());
			this.jdbc.sql(ADOPT)
				.param("channel", channel)
				.param("organization", organization)
				.param("hash", kept.picture().hash())
				.param("source", kept.sourceHash())
				.param("fetched", Timestamp.from(kept.fetchedAt()))
				.update();
			return before;
		});
	}

	private boolean isNewer(UUID channel, KeptPicture kept) {
		return this.jdbc.sql("""
				select count(*) from channel_picture where channel_id = :channel and fetched_at >= :fetched""")
			.param("channel", channel)
			.param("fetched", Timestamp.from(kept.fetchedAt()))
			.query(Long.class)
			.single() > 0;
	}

	@Override
	public void unchanged(DuePicture due) {
		requireOne(due, of(due, """
				update channel_picture set source_url = null, fetched_at = :now, next_attempt_at = null,
					missing_reason = null
				where channel_id = :channel and organization_id = :organization and source_url = :url
				and source_hash = :source""").param("now", now()).param("source", due.sourceHash()).update());
	}

	@Override
	public void missing(DuePicture due, MissingReason reason, @Nullable Duration pause) {
		requireOne(due, end(due, reason, pause));
	}

	@Override
	public void putOff(DuePicture due, @Nullable Duration pause) {
		end(due, null, pause);
	}

	private int end(DuePicture due, @Nullable MissingReason reason, @Nullable Duration pause) {
		Instant next = (pause != null) ? this.clock.instant().plus(pause) : null;
		return of(due, """
				update channel_picture set missing_reason = coalesce(:reason, missing_reason), next_attempt_at = :next,
					source_url = case when cast(:next as timestamptz) is null then null else source_url end
				where channel_id = :channel and organization_id = :organization and source_url = :url""")
			.param("reason", (reason != null) ? reason.name() : null, Types.VARCHAR)
			.param("next", (next != null) ? Timestamp.from(next) : null, Types.TIMESTAMP)
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
