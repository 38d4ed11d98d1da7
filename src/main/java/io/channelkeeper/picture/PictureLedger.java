package io.channelkeeper.picture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which pictures are kept, wherever their bytes lie, and which of them nothing
 * shows. A row stands before an object is put into a bucket and until it is removed, so
 * whatever fails in between, no object is forgotten there.
 * <p>
 * What is being put and what is being removed keep out of each other's way by the clock:
 * nothing is removed that somebody began to put within {@link #AT_WORK}, and nothing is
 * put that somebody began to remove within it. Every call to a bucket ends sooner.
 */
@Component
class PictureLedger {

	static final Duration AT_WORK = Duration.ofMinutes(2);

	/** How long bytes that nothing shows may still be about to be shown. */
	private static final Duration GRACE = Duration.ofDays(1);

	/** Of a picture p. */
	static final String UNSHOWN = """
			not exists (select from channel_picture shown where shown.organization_id = p.organization_id
				and shown.hash = p.hash)
			and not exists (select from creator_picture shown where shown.organization_id = p.organization_id
				and shown.hash = p.hash)""";

	private static final String EXPECT = """
			insert into picture (organization_id, hash, size, content_type, stored_at)
			values (:organization, :hash, :size, :type, :now)
			on conflict (organization_id, hash, size) do update set stored_at = excluded.stored_at, going_at = null
			where picture.going_at is null or picture.going_at <= :idle""";

	private static final String LEAVE = "update picture p set going_at = :now"
			+ " where organization_id = :organization and hash = :hash and going_at is null and " + UNSHOWN;

	private static final String CLAIM_LEAVING = """
			with due as (select organization_id, hash, size from picture
				where going_at <= :idle and stored_at <= :idle order by going_at limit :limit for update skip locked)
			update picture p set going_at = :now from due
			where p.organization_id = due.organization_id and p.hash = due.hash and p.size = due.size
			returning p.organization_id, p.hash""";

	private static final String CLAIM_UNMOVED = """
			with due as (select organization_id, hash, size from picture
				where content is not null and going_at is null and stored_at <= :idle
				order by stored_at limit :limit for update skip locked)
			update picture p set stored_at = :now from due
			where p.organization_id = due.organization_id and p.hash = due.hash and p.size = due.size
			returning p.organization_id, p.hash, p.size, p.content""";

	private static final String ABANDONED = "select distinct organization_id, hash from picture p"
			+ " where stored_at <= :before and going_at is null and " + UNSHOWN + " limit :limit";

	private final JdbcClient jdbc;

	private final Clock clock;

	PictureLedger(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether a picture is kept in all its sizes. */
	boolean has(PictureName name) {
		return this.jdbc.sql("""
				select count(*) from picture
				where organization_id = :organization and hash = :hash and going_at is null""")
			.params(params(name))
			.query(Long.class)
			.single() == NormalizedPicture.SIZES.size();
	}

	/**
	 * Notes that a picture is about to be put into a bucket; false while it is removed.
	 */
	boolean expect(PictureName name) {
		return NormalizedPicture.SIZES.stream()
			.mapToInt((size) -> this.jdbc.sql(EXPECT)
				.params(params(name))
				.param("size", size)
				.param("type", NormalizedPicture.CONTENT_TYPE)
				.param("now", ago(Duration.ZERO))
				.param("idle", ago(AT_WORK))
				.update())
			.sum() == NormalizedPicture.SIZES.size();
	}

	/** Notes that a picture is to be removed from a bucket, if nothing shows it. */
	boolean leave(PictureName name) {
		return this.jdbc.sql(LEAVE).params(params(name)).param("now", ago(Duration.ZERO)).update() > 0;
	}

	/** Whether a picture that is to be removed may be, as nobody is putting it. */
	boolean isIdle(PictureName name) {
		return this.jdbc.sql("""
				select count(*) from picture where organization_id = :organization and hash = :hash
				and (going_at is null or stored_at > :idle)""")
			.params(params(name))
			.param("idle", ago(AT_WORK))
			.query(Long.class)
			.single() == 0;
	}

	/** Takes on pictures that were to be removed and are still there. */
	List<PictureName> claimLeaving(int limit) {
		return this.jdbc.sql(CLAIM_LEAVING)
			.param("now", ago(Duration.ZERO))
			.param("idle", ago(AT_WORK))
			.param("limit", limit)
			.query(PictureName::of)
			.list()
			.stream()
			.distinct()
			.toList();
	}

	/** Notes that a picture was removed. */
	void left(PictureName name) {
		this.jdbc.sql("""
				delete from picture where organization_id = :organization and hash = :hash
				and going_at is not null""").params(params(name)).update();
	}

	/** Takes on sizes whose bytes lie in the table though there is a bucket. */
	List<UnmovedPicture> claimUnmoved(int limit) {
		return this.jdbc.sql(CLAIM_UNMOVED)
			.param("now", ago(Duration.ZERO))
			.param("idle", ago(AT_WORK))
			.param("limit", limit)
			.query((row, number) -> new UnmovedPicture(PictureName.of(row, number), row.getInt("size"),
					new ByteArrayResource(row.getBytes("content"))))
			.list();
	}

	/** Notes that the bucket has one size. */
	void moved(PictureName name, int size) {
		this.jdbc.sql("""
				update picture set content = null where organization_id = :organization and hash = :hash
				and size = :size and going_at is null""").params(params(name)).param("size", size).update();
	}

	/** Pictures that were put long ago, and that nothing shows. */
	List<PictureName> abandoned(int limit) {
		return this.jdbc.sql(ABANDONED).param("before", ago(GRACE)).param("limit", limit).query(PictureName::of).list();
	}

	private static Map<String, Object> params(PictureName name) {
		return Map.of("organization", name.organizationId(), "hash", name.hash());
	}

	private Timestamp ago(Duration time) {
		return Timestamp.from(this.clock.instant().minus(time));
	}

	/**
	 * One size of a picture that lies in the table.
	 *
	 * @param name which picture
	 * @param size length of its side in pixels
	 * @param content the bytes
	 */
	record UnmovedPicture(PictureName name, int size, ByteArrayResource content) {

	}

}
