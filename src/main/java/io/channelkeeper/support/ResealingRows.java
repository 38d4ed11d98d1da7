package io.channelkeeper.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of sealed columns, over all organizations, and how far they have been sealed
 * anew. A value is replaced only where it is still the one that was read, and a row that
 * somebody holds is left for later: nobody waits for this work for longer than a page
 * takes to be stored, and this work waits for nobody.
 */
@Repository
class ResealingRows {

	private final JdbcClient jdbc;

	ResealingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Progress> progress(SealedColumn column) {
		return this.jdbc
			.sql("select key_id, key_ids, after_id, failed, finished_at from resealing where place = :place")
			.param("place", column.name())
			.query((row, number) -> new Progress(row.getInt("key_id"), KeyReports.keys(row),
					row.getObject("after_id", UUID.class), row.getLong("failed"), row.getObject("finished_at") != null))
			.optional();
	}

	/** Begins anew, from the first row on. */
	void begin(SealedColumn column, int key, List<Integer> known, Instant now) {
		this.jdbc.sql("""
				insert into resealing (place, key_id, key_ids, after_id, total, started_at)
				values (:place, :key, :known, :first, :total, :now)
				on conflict (place) do update set key_id = excluded.key_id, key_ids = excluded.key_ids,
					after_id = excluded.after_id, total = excluded.total, resealed = 0, failed = 0,
					started_at = excluded.started_at, finished_at = null
				""")
			.param("place", column.name())
			.param("key", key)
			.param("known", known.toArray(Integer[]::new))
			.param("first", Tenancy.NOBODY)
			.param("total", left(column, known.stream().filter((one) -> one != key).toList()))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** How many values are sealed with one of the given keys. */
	long left(SealedColumn column, Collection<Integer> keys) {
		return this.jdbc.sql("select count(*) from %s where %s = any(:keys)".formatted(column.table(), key(column)))
			.param("keys", KeyRegister.KeyStanding.prefixes(keys))
			.query(Long.class)
			.single();
	}

	/** The next values that are sealed with one of the given keys. */
	List<Sealed> page(SealedColumn column, UUID after, Collection<Integer> keys, int most) {
		return this.jdbc.sql("""
				select %1$s as id, organization_id, %2$s as sealed from %3$s
				where %1$s > :after and %4$s = any(:keys) order by %1$s limit :most
				""".formatted(column.row(), column.column(), column.table(), key(column)))
			.param("after", after)
			.param("keys", KeyRegister.KeyStanding.prefixes(keys))
			.param("most", most)
			.query((row, number) -> new Sealed(row.getObject("id", UUID.class),
					row.getObject("organization_id", UUID.class), row.getBytes("sealed")))
			.list();
	}

	/**
	 * Goes on behind a page.
	 * @return whether nobody else has done so; they wait here until the page is stored
	 */
	boolean goOn(SealedColumn column, Progress from, UUID last) {
		return this.jdbc.sql("""
				update resealing set after_id = :last
				where place = :place and key_id = :key and after_id = :after and finished_at is null
				""")
			.param("last", last)
			.param("place", column.name())
			.param("key", from.key())
			.param("after", from.after())
			.update() > 0;
	}

	/** Replaces values that are still those that were read, and counts. */
	void store(SealedColumn column, List<Resealed> page, long failed) {
		int stored = this.jdbc.sql("""
				update %2$s t set %3$s = n.next
				from (
					select f.ctid as place, n.next from unnest(:ids, :before, :next) as n (id, before, next)
					join %2$s f on f.%1$s = n.id and f.%3$s = n.before
					for no key update of f skip locked
				) n
				where t.ctid = n.place
				""".formatted(column.row(), column.table(), column.column()))
			.param("ids", page.stream().map(Resealed::id).toArray(UUID[]::new))
			.param("before", page.stream().map(Resealed::before).toArray(byte[][]::new))
			.param("next", page.stream().map(Resealed::next).toArray(byte[][]::new))
			.update();
		this.jdbc.sql("""
				update resealing set resealed = resealed + :stored, failed = failed + :failed where place = :place
				""").param("stored", stored).param("failed", failed).param("place", column.name()).update();
	}

	/** Looks once more at what was held or changed meanwhile. */
	void again(SealedColumn column) {
		this.jdbc.sql("update resealing set after_id = :first, failed = 0 where place = :place")
			.param("first", Tenancy.NOBODY)
			.param("place", column.name())
			.update();
	}

	void finish(SealedColumn column, Instant now) {
		this.jdbc.sql("update resealing set finished_at = :now where place = :place")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("place", column.name())
			.update();
	}

	/** Over all columns. */
	Resealing.Share share(int key, int columns) {
		return this.jdbc.sql("""
				select coalesce(sum(total), 0) as total, coalesce(sum(resealed), 0) as done,
					coalesce(sum(failed), 0) as failed, count(finished_at) as finished
				from resealing where key_id = :key
				""")
			.param("key", key)
			.query((row, number) -> new Resealing.Share(row.getLong("done"), row.getLong("total"),
					row.getLong("failed"), row.getLong("finished") == columns))
			.single();
	}

	private static String key(SealedColumn column) {
		return "encode(substring(%s from 1 for 5), 'hex')".formatted(column.column());
	}

	/**
	 * How far a column is.
	 *
	 * @param key the key that it is sealed anew with
	 * @param known the keys that could be opened then
	 * @param after the last row that was looked at
	 * @param failed how many values could not be opened on the way
	 * @param finished whether nothing is left to do
	 */
	record Progress(int key, List<Integer> known, UUID after, long failed, boolean finished) {
	}

	/**
	 * A value as it stands.
	 *
	 * @param id its row
	 * @param organization the owner, or null
	 * @param value the value
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Sealed(UUID id, @Nullable UUID organization, byte[] value) {
	}

	/**
	 * A value that was sealed anew.
	 *
	 * @param id its row
	 * @param before as it was read
	 * @param next as it is to be
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Resealed(UUID id, byte[] before, byte[] next) {
	}

}
