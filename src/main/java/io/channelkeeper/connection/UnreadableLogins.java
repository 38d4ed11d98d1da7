package io.channelkeeper.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.KeyRegister;

/**
 * The logins whose key is missing, over all organizations. Every sealed value begins with
 * its key, so nothing is opened to find them.
 */
@Repository
class UnreadableLogins {

	private static final int PAGE = 1_000;

	private static final String KEY = "encode(substring(%s from 1 for 5), 'hex')";

	private static final String ANY_MISSING = """
			(%s <> all(:known) or coalesce(%s <> all(:known), false) or exists (
				select 1 from connection k where k.login_id = l.id and %s <> all(:known)))
			""".formatted(KEY.formatted("l.access_token"), KEY.formatted("l.refresh_token"),
			KEY.formatted("k.channel_token"));

	private static final String LOST = "l.access_token is not null and l.unreadable_since is null and " + ANY_MISSING;

	private static final String BACK = "l.unreadable_since is not null and l.access_token is not null and not "
			+ ANY_MISSING;

	private final JdbcClient jdbc;

	UnreadableLogins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Marks what cannot be opened with any of the known keys. */
	int mark(Collection<Integer> known, Instant now) {
		return inPages(LOST, "unreadable_since = :now", known, now);
	}

	/** What can be opened again is connected as before, and looked at at once. */
	int restore(Collection<Integer> known, Instant now) {
		return inPages(BACK, "unreadable_since = null, verify_at = :now", known, now);
	}

	/** Whoever holds a row meanwhile is not waited for. */
	private int inPages(String condition, String change, Collection<Integer> known, Instant now) {
		int all = 0;
		int changed;
		do {
			changed = this.jdbc.sql("""
					with page as materialized (
						select l.id from social_login l where %s limit :most for no key update of l skip locked
					)
					update social_login set %s, version = version + 1 where id in (select id from page)
					""".formatted(condition, change))
				.param("known", KeyRegister.KeyStanding.prefixes(known))
				.param("now", now.atOffset(ZoneOffset.UTC))
				.param("most", PAGE)
				.update();
			all += changed;
		}
		while (changed > 0);
		return all;
	}

	/** Whether all logins are marked as they are. */
	boolean isSettled(Collection<Integer> known) {
		return this.jdbc
			.sql("select not exists (select 1 from social_login l where (%s) or (%s))".formatted(LOST, BACK))
			.param("known", KeyRegister.KeyStanding.prefixes(known))
			.query(Boolean.class)
			.single();
	}

	/** How many channels each missing key takes away. */
	List<MissingKey> missing(Collection<Integer> known) {
		return this.jdbc
			.sql("""
					select m.key, count(distinct k.channel_id) as channels from (
						select l.id, unnest(array[%s, %s] || array(select %s from connection k where k.login_id = l.id)) as key
						from social_login l where l.unreadable_since is not null and l.access_token is not null
					) m join connection k on k.login_id = m.id
					where m.key <> all(:known) and m.key like '01________' group by m.key order by channels desc, m.key
					"""
				.formatted(KEY.formatted("l.access_token"), KEY.formatted("l.refresh_token"),
						KEY.formatted("k.channel_token")))
			.param("known", KeyRegister.KeyStanding.prefixes(known))
			.query((row, number) -> new MissingKey(Long.toString(Long.parseLong(row.getString("key").substring(2), 16)),
					row.getLong("channels")))
			.list();
	}

	/** How many channels of an organization cannot be read. */
	long channels(UUID organization) {
		return this.jdbc.sql("""
				select count(*) from connection k join social_login l on l.id = k.login_id
				where l.organization_id = :organization and k.organization_id = :organization
					and l.unreadable_since is not null
				""").param("organization", organization).query(Long.class).single();
	}

	/**
	 * A key that is missing.
	 *
	 * @param id its id, as the keyset names it
	 * @param channels how many channels need it
	 */
	public record MissingKey(String id, long channels) {
	}

}
