package io.channelkeeper.support;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of what each process knows of the keys, and of the one that is sealed with.
 */
@Repository
class KeyReports {

	private final JdbcClient jdbc;

	KeyReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Lets only one process at a time choose, until the transaction ends. */
	void lock() {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('sealing-key', 0))) as taken")
			.query(Integer.class)
			.single();
	}

	void report(UUID process, List<Integer> keys, @Nullable Integer sealing, Instant now) {
		this.jdbc.sql("""
				insert into key_report (process_id, key_ids, seals_with, reported_at)
				values (:process, :keys, :sealing, :now)
				on conflict (process_id) do update set key_ids = excluded.key_ids, seals_with = excluded.seals_with,
					reported_at = excluded.reported_at
				""")
			.param("process", process)
			.param("keys", keys.toArray(Integer[]::new))
			.param("sealing", sealing)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	List<KeyReport> all() {
		return this.jdbc.sql("select process_id, key_ids, seals_with from key_report order by process_id")
			.query((row, number) -> new KeyReport(row.getObject("process_id", UUID.class), keys(row),
					row.getObject("seals_with", Integer.class)))
			.list();
	}

	void forget(UUID process) {
		this.jdbc.sql("delete from key_report where process_id = :process").param("process", process).update();
	}

	Optional<ChosenKey> chosen() {
		return this.jdbc.sql("select key_id, since from sealing_key")
			.query((row, number) -> new ChosenKey(row.getInt("key_id"), SqlMoments.in(row, "since")))
			.optional();
	}

	void choose(int key, Instant now) {
		this.jdbc.sql("""
				insert into sealing_key (key_id, since) values (:key, :now)
				on conflict (one) do update set key_id = excluded.key_id, since = excluded.since
				""").param("key", key).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	static List<Integer> keys(ResultSet row) throws SQLException {
		Array keys = row.getArray("key_ids");
		return List.of((Integer[]) keys.getArray());
	}

	/**
	 * What a process knows.
	 *
	 * @param process the process
	 * @param keys the keys that it has read
	 * @param sealing the key that it seals with, or null
	 */
	record KeyReport(UUID process, List<Integer> keys, @Nullable Integer sealing) {
	}

	/**
	 * The key that is sealed with.
	 *
	 * @param id its id
	 * @param since since when
	 */
	record ChosenKey(int id, Instant since) {
	}

}
