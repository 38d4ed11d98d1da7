package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds what the bound organization will be warned of, counted as {@link ExpiryRows} will
 * count it when the day has come.
 */
@Repository
class ComingRows {

	/**
	 * Of each channel every warning whose moment comes in time; none that was told
	 * already, or a more urgent one of the same end.
	 */
	static final String COMING = "with " + ExpiryRows.USUAL
			+ """
					, place as materialized (
						select o.id, z.name as zone, coalesce(o.warning_hour, :hour) as hour, o.renewal_mails,
							greatest((select max(n) from usual u cross join unnest(u.days) as n),
								(select max(n) from warning_rule w cross join unnest(w.days) as n where w.organization_id = o.id)) as most
						from organization o cross join lateral (select known_zone(o.time_zone, :now) as name offset 0) z
						where o.id = :organization
					), coming as materialized (
						select e.channel_id, e.creator_id, e.deadline, t.days, t.at, e.connected_by_creator, p.renewal_mails
						from place p
						cross join lateral (select * from ending_connection c where c.organization_id = p.id
							and c.deadline > cast(:now as timestamptz) - interval '48 hours'
							and c.deadline < cast(:until as timestamptz) + (p.most + 2) * interval '24 hours' offset 0) e
						join usual u on u.network = e.network and u.kind = e.kind
						left join warning_rule r on r.organization_id = e.organization_id and r.network = e.network
							and r.kind = e.kind
						cross join lateral (select n as days, warning_moment(e.deadline, n, p.zone, p.hour) as at
							from unnest(coalesce(r.days, u.days)) as n) t
						where t.at > greatest(e.connected_at, r.changed_at, :now) and t.at <= :until
							and %s
					)
					"""
				.formatted(ExpiryRows.unwritten("warning w where w.kind = 'EXPIRING'"));

	private static final String DAYS = COMING + """
			, told as (
				select distinct c.at, r.looked_after_by from coming c join creator r on r.id = c.creator_id
			), mails as (
				select t.at, count(distinct m.id) as members
				from told t join member m on m.organization_id = :organization and m.active and %s
				group by t.at
			)
			select c.at, count(*) as channels, coalesce(max(m.members), 0) as members
			from coming c left join mails m on m.at = c.at
			group by c.at order by c.at
			""".formatted(HearingConditions.told("m", NoticeKind.EXPIRING, NoticeWay.MAIL, "t.looked_after_by"));

	/** Within three days of a mail creators are left alone, but for the last two days. */
	private static final String TO_CREATORS = COMING
			+ """
					select c.creator_id, c.at, min(c.days) as days, max(v.mailed_at) as mailed_at
					from coming c
					join creator r on r.id = c.creator_id and r.email is not null
					left join lateral (select max(i.mailed_at) as mailed_at from invitation i
						where i.creator_id = c.creator_id and i.organization_id = :organization and i.kind = 'RENEWAL') v on true
					where c.connected_by_creator and c.renewal_mails
					group by c.creator_id, c.at order by c.creator_id, c.at
					""";

	private static final String SHOWN = COMING
			+ """
					select c.*, r.name as creator, h.network, h.handle, h.display_name
					from (select *, row_number() over (partition by at order by days, deadline, channel_id) as place from coming) c
					join channel h on h.id = c.channel_id
					join creator r on r.id = c.creator_id
					where c.place <= :shown order by c.at, c.place
					""";

	/** A deadline is one of consent: it passes unless a person signs in again. */
	static final String RENEWALS = """
			with ending as materialized (
				select e.login_id, bool_or(e.connected_by_creator) as by_creator from ending_connection e
				where e.organization_id = :organization and e.deadline > :now and e.deadline <= :until
				group by e.login_id
			)
			select (select count(*) from ending where by_creator) as by_creators,
				(select count(*) from ending where not by_creator) as by_members,
				(select count(*) from social_login l
					where l.organization_id = :organization and l.renew_at <= :until and l.renewal_refused is null
						and coalesce(l.deadline, 'infinity') > :until and l.access_token is not null
						and l.invalid_cause is null and l.unreadable_since is null and l.in_doubt_since is null) as by_self
			""";

	private final JdbcClient jdbc;

	ComingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By day, the next one first.
	 * @param values the rules of organizations that made none, as for {@link ExpiryRows}
	 * @param shown so many channels of each day
	 */
	List<ComingDay> days(Map<String, Object> values, Instant until, int shown) {
		Map<Instant, Integer> toCreators = toCreators(values, until);
		Map<Instant, List<ComingDay.Ending>> endings = statement(SHOWN, values, until).param("shown", shown)
			.query((row, number) -> Map.entry(SqlMoments.in(row, "at"), ending(row)))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return statement(DAYS, values, until)
			.query((row, number) -> new ComingDay(SqlMoments.in(row, "at"), row.getInt("channels"),
					row.getInt("members"), 0, List.of()))
			.stream()
			.map((day) -> day.with(toCreators.getOrDefault(day.at(), 0), endings.getOrDefault(day.at(), List.of())))
			.toList();
	}

	private Map<Instant, Integer> toCreators(Map<String, Object> values, Instant until) {
		Map<Instant, Integer> mails = new TreeMap<>();
		CreatorRest rest = new CreatorRest();
		statement(TO_CREATORS, values, until).query((ResultSet row) -> {
			Instant at = SqlMoments.in(row, "at");
			if (rest.isOver(SqlIds.in(row, "creator_id"), SqlMoments.maybe(row, "mailed_at"), at, row.getInt("days"))) {
				mails.merge(at, 1, Integer::sum);
			}
		});
		return mails;
	}

	ComingRenewals renewals(Instant now, Instant until) {
		return this.jdbc.sql(RENEWALS)
			.param("organization", Tenancy.current())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new ComingRenewals(row.getInt("by_self"), row.getInt("by_creators"),
					row.getInt("by_members")))
			.single();
	}

	private JdbcClient.StatementSpec statement(String sql, Map<String, Object> values, Instant until) {
		return this.jdbc.sql(sql)
			.params(values)
			.param("organization", Tenancy.current())
			.param("until", until.atOffset(ZoneOffset.UTC));
	}

	private static ComingDay.Ending ending(ResultSet row) throws SQLException {
		return new ComingDay.Ending(SqlIds.in(row, "channel_id"), SqlIds.in(row, "creator_id"),
				row.getString("creator"), new NetworkId(row.getString("network")), row.getString("handle"),
				row.getString("display_name"), SqlMoments.in(row, "deadline"), row.getInt("days"),
				row.getBoolean("connected_by_creator"));
	}

}
