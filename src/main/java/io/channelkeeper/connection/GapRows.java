package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Cause;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of the data-gap ledger. It follows from {@code connection_state}: an open gap
 * ends when the channel delivers again or when the reason is another one, and whatever
 * delivers nothing has an open gap. Writing it again changes nothing.
 */
@Repository
class GapRows {

	/** All channels that hang on the same logins as some. */
	private static final String NEIGHBOURS = """
			(select n.channel_id from connection n where n.organization_id = :organization and (n.channel_id = any(:channels)
				or n.login_id in (select m.login_id from connection m where m.channel_id = any(:channels))))""";

	/**
	 * The end is the exact moment where the rows say it: put away, connected by somebody,
	 * found to work, broken in another way; else now.
	 */
	private static final String CLOSE = """
			update data_gap g set ends_at = greatest(g.begins_at + interval '1 microsecond', e.ended)
			from (select o.channel_id, o.begins_at, coalesce(c.archived_at,
					case when k.connected_at > o.begins_at then k.connected_at end,
					case when i.channel_id is null and l.checked_at > o.begins_at and :late then l.checked_at end,
					case when i.since > o.begins_at then i.since end,
					:now) as ended
				from data_gap o
				join channel c on c.id = o.channel_id
				join connection k on k.channel_id = o.channel_id
				left join social_login l on l.id = k.login_id
				left join lateral (select * from interruption(:now) s where s.channel_id = o.channel_id offset 0) i on true
				where o.ends_at is null and (i.channel_id is null or k.connected_at > o.begins_at
					or (i.state, i.cause, i.detail) is distinct from (o.state, o.cause, o.detail)) %s) e
			where g.channel_id = e.channel_id and g.begins_at = e.begins_at and g.ends_at is null
			""";

	private static final String OPEN = """
			insert into data_gap (channel_id, organization_id, begins_at, state, cause, detail)
			select i.channel_id, i.organization_id, greatest(i.since,
				(select max(p.ends_at) from data_gap p where p.channel_id = i.channel_id)), i.state, i.cause, i.detail
			from interruption(:now) i
			where not exists (select 1 from data_gap o where o.channel_id = i.channel_id and o.ends_at is null) %s
			order by i.channel_id
			on conflict do nothing
			""";

	private final JdbcClient jdbc;

	GapRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Ends what has ended, over all organizations. What somebody else is at is left to
	 * the next time.
	 */
	int closeAll(Instant now) {
		return this.jdbc.sql(CLOSE.formatted("for update of o skip locked"))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("late", true)
			.update();
	}

	/** Begins what has begun, over all organizations. */
	int openAll(Instant now) {
		return this.jdbc.sql(OPEN.formatted("")).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	/** The same at once for channels and all that hang on their logins. */
	void keep(Collection<UUID> channels, Instant now) {
		UUID[] ids = channels.toArray(UUID[]::new);
		this.jdbc.sql(CLOSE.formatted("and o.channel_id in " + NEIGHBOURS))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("late", false)
			.param("organization", Tenancy.current())
			.param("channels", ids)
			.update();
		this.jdbc.sql(OPEN.formatted("and i.channel_id in " + NEIGHBOURS))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", ids)
			.update();
	}

	/** What is known of channels that were ever connected, from a moment on. */
	Map<UUID, DeliveryRecord> records(Collection<UUID> channels, Instant from) {
		Map<UUID, List<Line>> lines = this.jdbc
			.sql("""
					select k.channel_id, coalesce(k.first_connected_at, k.connected_at) as known_since, g.begins_at, g.ends_at,
						g.state, g.cause, g.detail
					from connection k
					left join data_gap g on g.channel_id = k.channel_id and (g.ends_at is null or g.ends_at > :from)
					where k.organization_id = :organization and k.channel_id = any(:channels)
					order by k.channel_id, g.begins_at
					""")
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.query(GapRows::line)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Line::channelId, LinkedHashMap::new, Collectors.toList()));
		return lines.values()
			.stream()
			.map((own) -> new DeliveryRecord(own.getFirst().channelId(), own.getFirst().knownSince(),
					own.stream().map(Line::gap).filter(Objects::nonNull).toList()))
			.collect(Collectors.toMap(DeliveryRecord::channelId, (record) -> record));
	}

	/**
	 * The gaps of channels on the same logins as some that began, or that ended for good,
	 * since a moment. Channels that were put away are left out.
	 */
	List<DataGap> recent(Collection<UUID> channels, boolean ended, Instant since) {
		return this.jdbc.sql("""
				select distinct on (g.channel_id) g.* from data_gap g
				join channel c on c.id = g.channel_id and c.archived_at is null
				where g.channel_id in %s and case when :ended
					then g.ends_at >= :since and not exists (select 1 from data_gap o where o.channel_id = g.channel_id
						and o.ends_at is null)
					else g.ends_at is null and g.begins_at >= :since end
				order by g.channel_id, g.begins_at desc
				""".formatted(NEIGHBOURS))
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.param("ended", ended)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query((row, number) -> gap(row))
			.list();
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		return new Line(row.getObject("channel_id", UUID.class), SqlMoments.in(row, "known_since"),
				(row.getString("state") != null) ? gap(row) : null);
	}

	private static DataGap gap(ResultSet row) throws SQLException {
		String cause = row.getString("cause");
		return new DataGap(row.getObject("channel_id", UUID.class), SqlMoments.in(row, "begins_at"),
				SqlMoments.maybe(row, "ends_at"), ConnectionState.valueOf(row.getString("state")),
				(cause != null) ? Cause.valueOf(cause) : null, row.getString("detail"));
	}

	/** One gap, or that there is none. */
	private record Line(UUID channelId, Instant knownSince, @Nullable DataGap gap) {
	}

}
