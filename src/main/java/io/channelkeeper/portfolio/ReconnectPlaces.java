package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds what is interrupted and puts it into the order of the page: by whose move it is,
 * then what is mended in one go side by side, the most urgent first.
 */
@Component
class ReconnectPlaces {

	private static final String QUERY = """
			with parted as (
				select b.channel_id, b.creator_id, b.login_id, b.severity, b.since, b.connected_at, b.connected_by_member,
					b.connected_by_creator, case when b.waiting or b.state = 'UNREADABLE' and not :restores then 'WAITING'
						when b.connected_by_creator and b.state <> 'UNREADABLE' then 'CREATORS' else 'NOW' end as part
				from %s),
			united as (
				select p.*, array_position(array['NOW', 'CREATORS', 'WAITING'], p.part) as part_place,
					case p.part when 'NOW' then p.login_id when 'CREATORS' then p.creator_id else p.channel_id end as unit
				from parted p),
			ranked as (
				select u.*, min(u.severity) over one as unit_severity, min(u.since) over one as unit_since,
					count(*) over one as unit_size, count(*) over (partition by u.part) as part_size
				from united u window one as (partition by u.part, u.unit)),
			listed as (
				select r.*, row_number() over (order by r.part_place, r.unit_severity, r.unit_since, r.unit, r.severity,
					r.since, r.channel_id) as place
				from ranked r)
			select l.*, r.name as creator_name, r.email is not null as creator_has_mail, r.looked_after_by
			from listed l join creator r on r.id = l.creator_id
			where l.place > coalesce((select a.place from listed a where a.channel_id = cast(:after as uuid)), 0)
			order by l.place limit :limit
			"""
		.formatted(Interruptions.CHANNELS);

	/** The invitations that wait for an answer; of several the one made or sent last. */
	private static final String ASKED = """
			select distinct on (w.channel_id) w.channel_id, coalesce(p.name, '') as asked_by, r.name as creator_name, w.opened_at,
				coalesce(k.created_at, v.created_at) as asked_at
			from invitation_channel w
			join invitation v on v.id = w.invitation_id
			join creator r on r.id = v.creator_id
			left join member m on m.id = v.invited_by
			left join person p on p.id = m.person_id
			left join invitation_link k on k.invitation_id = v.id and k.via <> 'RETURN'
			where w.organization_id = :organization and w.channel_id = any(:channels)
				and invitation_channel_state(w.state, w.started_at, v.valid_until, :now) in ('SENT', 'OPENED', 'STARTED')
			order by w.channel_id, asked_at desc
			""";

	static final String LAST_CHECKED = """
			select max(checked_at) as checked_at from social_login where organization_id = :organization""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReconnectPlaces(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The places of one page and one more if there is a next page.
	 * @param restores whether it is for somebody who can bring back a missing key; others
	 * wait for that
	 * @param after the last channel of the page before; from the beginning where it is
	 * null or interrupted no more
	 */
	List<ReconnectPlace> find(boolean restores, @Nullable UUID after, int limit) {
		return this.jdbc.sql(QUERY)
			.param("now", now())
			.param("lately", lately().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("restores", restores)
			.param("after", after)
			.param("limit", limit)
			.query(ReconnectPlaces::place)
			.list();
	}

	/** Since when somebody must have been asked for a channel to count as waiting. */
	Instant lately() {
		return this.clock.instant().minus(Interruptions.WAITING);
	}

	/** What creators were asked, by channel. */
	Map<UUID, AskedGlimpse> askedCreators(Collection<UUID> channels) {
		return this.jdbc.sql(ASKED)
			.param("now", now())
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.query((row, number) -> Map.entry(SqlIds.in(row, "channel_id"), asked(row)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** When a login of the organization was last checked, or null for never. */
	@Nullable Instant lastChecked() {
		return this.jdbc.sql(LAST_CHECKED)
			.param("organization", Tenancy.current())
			.query((row, number) -> SqlMoments.maybe(row, "checked_at"))
			.optional()
			.orElse(null);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static AskedGlimpse asked(ResultSet row) throws SQLException {
		return new AskedGlimpse(row.getString("asked_by"), List.of(row.getString("creator_name")),
				SqlMoments.in(row, "asked_at"), true, SqlMoments.maybe(row, "opened_at"));
	}

	private static ReconnectPlace place(ResultSet row, int number) throws SQLException {
		return new ReconnectPlace(SqlIds.in(row, "channel_id"), ReconnectPart.valueOf(row.getString("part")),
				SqlIds.in(row, "unit"), row.getLong("unit_size"), row.getLong("part_size"),
				SqlIds.in(row, "creator_id"), row.getString("creator_name"), row.getBoolean("creator_has_mail"),
				row.getObject("looked_after_by", UUID.class), SqlMoments.maybe(row, "connected_at"),
				row.getObject("connected_by_member", UUID.class), row.getBoolean("connected_by_creator"));
	}

}
