package io.channelkeeper.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.calendar.Deadline.Carried;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds the deadlines of logins that work, or did until their deadline, with one
 * statement that reads no others: the index has them in their order.
 */
@Component
class Deadlines {

	/** The nearest ones; whoever has more is not helped by a calendar. */
	static final int AT_MOST = 1000;

	/** The same for what has passed, so that it leaves room for what comes. */
	private static final int PAST_AT_MOST = 200;

	/** So long one that has passed still stands in the calendar. */
	static final Duration PAST = Duration.ofDays(30);

	static final Duration AHEAD = Duration.ofDays(400);

	private static final String BETWEEN = """
			(select l.id, l.deadline, l.connected_by_member, l.connected_by_creator
				from social_login l
				where l.organization_id = :organization and l.unreadable_since is null and l.invalid_cause is null
					and l.access_token is not null
					and coalesce(l.deadline, 'infinity') >= %s and coalesce(l.deadline, 'infinity') < %s
					and exists (select 1 from connection k
						join channel c on c.id = k.channel_id and c.archived_at is null
						join creator r on r.id = c.creator_id and r.archived_at is null
						where k.login_id = l.id and k.lost_cause is null)
				order by coalesce(l.deadline, 'infinity') %s limit %s)
			""";

	private static final String QUERY = """
			with due as materialized (%s union all %s)
			select d.id, d.deadline, w.name as by_creator, p.name as by_member, c.id as channel_id, c.network, c.handle,
				c.display_name, r.id as creator_id, r.name as creator_name
			from due d
			cross join lateral (select x.channel_id from connection x
				where x.login_id = d.id and x.lost_cause is null offset 0) k
			join channel c on c.id = k.channel_id and c.archived_at is null
			join creator r on r.id = c.creator_id and r.archived_at is null
			left join creator w on w.id = d.connected_by_creator
			left join member m on m.id = d.connected_by_member
			left join person p on p.id = m.person_id
			order by d.deadline, d.id, r.name, r.id, c.network, c.handle, c.id
			""".formatted(BETWEEN.formatted(":now", ":until", "", ":limit"),
			BETWEEN.formatted(":from", ":now", "desc", ":past"));

	private final JdbcClient jdbc;

	private final Clock clock;

	Deadlines(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of the bound organization, the nearest first. */
	List<Deadline> find() {
		Instant now = this.clock.instant();
		Map<UUID, Deadline> found = new LinkedHashMap<>();
		this.jdbc.sql(QUERY)
			.param("organization", Tenancy.current())
			.param("from", now.minus(PAST).atOffset(ZoneOffset.UTC))
			.param("until", now.plus(AHEAD).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", AT_MOST)
			.param("past", PAST_AT_MOST)
			.query((row, number) -> deadline(row))
			.list()
			.forEach((one) -> found.merge(one.loginId(), one, Deadlines::together));
		return List.copyOf(found.values());
	}

	private static Deadline together(Deadline one, Deadline other) {
		List<Carried> channels = new ArrayList<>(one.channels());
		channels.addAll(other.channels());
		return new Deadline(one.loginId(), one.at(), one.creatorName(), one.memberName(), channels);
	}

	private static Deadline deadline(ResultSet row) throws SQLException {
		Carried channel = new Carried(SqlIds.in(row, "channel_id"), new NetworkId(row.getString("network")),
				row.getString("handle"), row.getString("display_name"), SqlIds.in(row, "creator_id"),
				row.getString("creator_name"));
		return new Deadline(SqlIds.in(row, "id"), SqlMoments.in(row, "deadline"), row.getString("by_creator"),
				row.getString("by_member"), List.of(channel));
	}

}
