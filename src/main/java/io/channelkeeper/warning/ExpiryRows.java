package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.SqlIds;

/**
 * Finds what ends soon over all organizations, each counting by its own zone, hour and
 * rules, with one statement however much there is.
 */
@Repository
class ExpiryRows {

	/** The rules of organizations that made none. */
	static final String USUAL = """
			usual as materialized (
				select t.network, t.kind, array(select n from unnest(cast(t.days as integer[])) as n order by n) as days
				from unnest(cast(:networks as text[]), cast(:kinds as text[]), cast(:days as text[])) as t(network, kind, days)
			)
			""";

	/**
	 * Of each channel the most urgent warning whose moment has come since it was
	 * connected and its rule was made, in the last seven days, unless that one or a more
	 * urgent one of the same end was written down. First the logins that end in the time
	 * that the organization looks at, by their index. From how many end in the time that
	 * any looks at the database tells how to find their channels: one by one, or all in
	 * one go. It would take a guess at the end of an organization's own time for better,
	 * and takes none at a list of one.
	 */
	private static final String ENDING = "with " + USUAL
			+ """
					, own as materialized (
						select r.organization_id, r.network, r.kind, r.changed_at,
							array(select n from unnest(r.days) as n order by n) as days
						from warning_rule r
					), place as materialized (
						select o.id, z.name as zone, h.hour, t.today, array[cast(t.today + 2
							+ greatest((select max(n) from usual u cross join unnest(u.days) as n),
								(select max(n) from warning_rule w cross join unnest(w.days) as n where w.organization_id = o.id))
							as timestamp) at time zone z.name] as ends
						from organization o
						cross join lateral (select known_zone(o.time_zone, :now) as name offset 0) z
						cross join lateral (select coalesce(o.warning_hour, :hour) as hour) h
						cross join lateral (select warning_day(:now, z.name, h.hour) as today) t
					), soon as materialized (
						select l.*, p.zone, p.hour, cast(l.deadline at time zone p.zone as date) - p.today as ahead
						from place p
						cross join lateral (select * from ending_login l where l.organization_id = p.id
							and l.deadline >= :since and l.deadline < :until and l.deadline < any (p.ends) offset 0) l
					)
					select e.organization_id, e.creator_id, e.creator_email, e.channel_id, e.deadline, t.days
					from (select s.organization_id, s.deadline, s.zone, s.hour, s.ahead, c.channel_id, c.creator_id,
							c.creator_email, c.network, c.kind, greatest(c.connected_at, s.connected_at) as connected_at,
							c.connected_by_creator
						from soon s join carried_channel c on c.login_id = s.id offset 0) e
					join usual u on u.network = e.network and u.kind = e.kind
					left join own r on r.organization_id = e.organization_id and r.network = e.network and r.kind = e.kind
					cross join lateral (select coalesce(r.days, u.days) as all_days) d
					cross join lateral (select d.all_days[width_bucket(e.ahead - 1, d.all_days) + 1] as days) t
					where warning_moment(e.deadline, t.days, e.zone, e.hour)
							> greatest(e.connected_at, r.changed_at, cast(:now as timestamptz) - interval '168 hours')
					""";

	private static final String WRITTEN = """
			and w.channel_id = e.channel_id and w.days <= t.days and w.outcome is distinct from 'MOVED' and %s
			""".formatted(SameEnd.of("w.about", "e.deadline"));

	static final String DUE = due("true", "warning w where w.kind = 'EXPIRING'");

	/**
	 * All is found before anything is written down, so that what is new is not read.
	 */
	private static final String ADD = """
			with due as materialized (%2$s)
			insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at)
			select %1$s, m.organization_id, m.id, d.channel_id, 'EXPIRING', d.deadline, d.days, :now, :now
			from due d
			join member m on m.organization_id = d.organization_id and m.active
			on conflict (channel_id, kind, about, days, member_id) do update
				set created_at = excluded.created_at, due_at = excluded.due_at, settled_at = null, outcome = null
				where warning.outcome = 'MOVED'
			""".formatted(SqlIds.NEW, DUE);

	/** Where no warning is made for the day itself, or came too late to be made. */
	private static final String ENDED_UNTOLD = """
			select e.organization_id, e.channel_id
			from organization o
			cross join lateral (select known_zone(o.time_zone, :now) as name offset 0) z
			cross join lateral (select * from ending_connection c
				where c.organization_id = o.id and c.deadline <= :now and c.connected_at < c.deadline
					and c.deadline > cast(:now as timestamptz) - interval '48 hours' offset 0) e
			where warning_moment(e.deadline, 0, z.name, coalesce(o.warning_hour, :hour))
					<= cast(:now as timestamptz) - interval '10 minutes'
				and not exists (select from warning w where w.channel_id = e.channel_id
					and %s
					and (w.kind = 'INTERRUPTED' or (w.kind = 'EXPIRING' and w.days = 0)))
			order by e.organization_id, e.channel_id limit 1000
			""".formatted(SameEnd.of("w.about", "e.deadline"));

	private static final String SETTLE_MOVED = moved("warning", "w.kind = 'EXPIRING'", "true");

	/** Seven days and what zones and hours make of them. */
	private static final Duration LOOKED_BACK = Duration.ofDays(10);

	/** The same beside the days of the rules. */
	private static final Duration LOOKED_AHEAD = Duration.ofDays(3);

	private final JdbcClient jdbc;

	ExpiryRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes down what the members of all organizations are to be told now. A second call
	 * adds nothing, at whatever moment before the next warning.
	 * @param usual the rules of organizations that made none
	 * @param hour the hour of the day of organizations that chose none
	 * @return how many warnings
	 */
	int add(List<WarningRule> usual, int hour, Instant now) {
		return this.jdbc.sql(ADD)
			.params(dueValues(this.jdbc, usual, hour, now))
			.param("begin", SqlIds.begin())
			.update();
	}

	/**
	 * Settles what was not told yet of ends that are none any more: somebody connected
	 * anew, the channel was disconnected or put away, or broke for another reason.
	 * @return how many warnings
	 */
	int settleMoved(Instant now) {
		return this.jdbc.sql(SETTLE_MOVED).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * Channels whose connection has come to its end without anybody being told on that
	 * day.
	 * @param hour the hour of the day of organizations that chose none
	 * @return by organization
	 */
	Map<UUID, Set<UUID>> endedUntold(int hour, Instant now) {
		Map<UUID, Set<UUID>> ended = new HashMap<>();
		this.jdbc.sql(ENDED_UNTOLD).param("hour", hour).param("now", now.atOffset(ZoneOffset.UTC)).query((row) -> {
			ended.computeIfAbsent(row.getObject("organization_id", UUID.class), (id) -> new HashSet<>())
				.add(row.getObject("channel_id", UUID.class));
		});
		return ended;
	}

	/**
	 * Finds what somebody is to be warned of now.
	 * @param which which connections (e) count, as a condition
	 * @param written where it is written down of what was warned (w), from and where
	 */
	static String due(String which, String written) {
		return ENDING + "and " + which + " and " + unwritten(written);
	}

	/**
	 * The condition that neither a warning (t) of an end (e) nor a more urgent one was
	 * written down. What was settled because the end had moved away is told when it comes
	 * back.
	 * @param written as for {@link #due}
	 */
	static String unwritten(String written) {
		return "not exists (select 1 from " + written + " " + WRITTEN + ")";
	}

	/**
	 * Settles what was not told yet of ends that are none any more.
	 * @param table where warnings are written down (w)
	 * @param ends which of them are about ends, as a condition
	 * @param which which connections (e) count, as a condition
	 */
	static String moved(String table, String ends, String which) {
		return """
				update %1$s set settled_at = :now, outcome = 'MOVED'
				where id in (select w.id from %1$s w
					where w.settled_at is null and %2$s
						and not exists (select 1 from ending_connection e
							where e.channel_id = w.channel_id and e.organization_id = w.organization_id and %3$s
								and %4$s)
					order by w.id for update of w skip locked)
				""".formatted(table, ends, which, SameEnd.of("w.about", "e.deadline"));
	}

	/** What {@link #due} needs to know. */
	static Map<String, Object> dueValues(JdbcClient jdbc, List<WarningRule> usual, int hour, Instant now) {
		int own = jdbc.sql("select coalesce(max(n), 0) from warning_rule cross join unnest(days) as n")
			.query(Integer.class)
			.single();
		int most = usual.stream().flatMap((rule) -> rule.days().values().stream()).reduce(own, Math::max);
		Map<String, Object> values = values(usual, hour, now);
		values.put("since", now.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC));
		values.put("until", now.plus(LOOKED_AHEAD.plusDays(most)).atOffset(ZoneOffset.UTC));
		return values;
	}

	static Map<String, Object> values(List<WarningRule> usual, int hour, Instant now) {
		Map<String, Object> values = new HashMap<>();
		values.put("networks", texts(usual, (rule) -> rule.network().value()));
		values.put("kinds", texts(usual, (rule) -> rule.kind().name()));
		values.put("days", texts(usual, (rule) -> "{" + rule.days() + "}"));
		values.put("hour", hour);
		values.put("now", now.atOffset(ZoneOffset.UTC));
		return values;
	}

	private static String[] texts(List<WarningRule> rules, Function<WarningRule, String> text) {
		return rules.stream().map(text).toArray(String[]::new);
	}

}
