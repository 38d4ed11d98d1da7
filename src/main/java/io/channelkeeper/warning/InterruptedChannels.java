package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Member;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds which of some channels are interrupted now and why a member is told of them, with
 * one statement however many there are. Each creator's stand together, where the most
 * urgent of them belongs.
 */
@Component
class InterruptedChannels {

	/**
	 * Who connected it last (k), else who looks after the creator (l), is closest; as in
	 * ConcernedMembers.
	 */
	private static final String BROKEN = """
			from unnest(:channels) as e(id)
			cross join lateral (select t.* from connection_state(:now) t
				where t.channel_id = e.id and t.organization_id = :organization
					and t.state in ('EXPIRED', 'INVALID', 'UNREADABLE') offset 0) s
			join channel c on c.id = s.channel_id
			join creator r on r.id = s.creator_id and r.archived_at is null
			left join member k on k.id = s.connected_by_member and k.active
			left join member l on l.id = r.looked_after_by and l.active
			""";

	/** Nobody hears of it by choice or by chance. */
	private static final String UNHEARD = """
			not exists (select from member a where a.organization_id = :organization and a.active and %s
				and ((%s) or (%s)))""".formatted(HearingConditions.reached("a"), asTeam("a"), asClosest("a"));

	private static final String QUERY = """
			select s.*, c.network, c.handle, c.display_name, r.name as creator_name,
				case when %s then 'TEAM' when %s then 'ANSWERS' when m.role = 'ADMIN' and %s then 'NOBODY_ELSE' end
					as reason
			%s
			join member m on m.id = :member and m.organization_id = :organization
			window own as (partition by s.creator_id)
			order by min(s.severity) over own, min(s.since) over own, r.name, s.creator_id, s.severity, s.since,
				c.handle, s.channel_id
			""".formatted(asTeam("m"), asClosest("m"), UNHEARD, BROKEN);

	private static final String UNHEARD_OF = "select s.channel_id %s where %s".formatted(BROKEN, UNHEARD);

	private final JdbcClient jdbc;

	InterruptedChannels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of the bound organization that are interrupted, the most urgent first.
	 * @param member for whom it is asked why to tell of them
	 */
	List<InterruptedChannel> of(Member member, Set<UUID> channels, Instant now) {
		return this.jdbc.sql(QUERY)
			.param("member", member.id())
			.param("channels", channels.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query((row, number) -> channel(row, now))
			.list();
	}

	/** Those that are interrupted and of which no member chose to hear (B-8). */
	Set<UUID> unheard(Collection<UUID> channels, Instant now) {
		return new HashSet<>(this.jdbc.sql(UNHEARD_OF)
			.param("channels", channels.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query(UUID.class)
			.list());
	}

	/** Of what simply came to its end the team heard by the warning of that day. */
	private static String asTeam(String member) {
		return "s.state <> 'EXPIRED' and not " + silent(member, NoticeKind.INTERRUPTED);
	}

	private static String asClosest(String member) {
		return "(coalesce(k.id, l.id) = %1$s.id or (coalesce(k.id, l.id) is null and %1$s.role = 'ADMIN')) and not %2$s"
			.formatted(member, silent(member, NoticeKind.OWN_INTERRUPTED));
	}

	private static String silent(String member, NoticeKind kind) {
		return HearingConditions.silent(member, kind, NoticeWay.MAIL, "r.looked_after_by");
	}

	private static InterruptedChannel channel(ResultSet row, Instant now) throws SQLException {
		String cause = row.getString("cause");
		String reason = row.getString("reason");
		Instant since = SqlMoments.maybe(row, "since");
		return new InterruptedChannel(SqlIds.in(row, "channel_id"), SqlIds.in(row, "creator_id"),
				row.getString("creator_name"), new NetworkId(row.getString("network")), row.getString("handle"),
				row.getString("display_name"), ConnectionState.valueOf(row.getString("state")),
				(cause != null) ? Cause.valueOf(cause) : null, row.getString("cause_detail"),
				(since != null) ? since : now, row.getBoolean("connected_by_creator"),
				(reason != null) ? WarningReason.valueOf(reason) : null);
	}

}
