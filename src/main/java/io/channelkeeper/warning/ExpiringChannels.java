package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Member;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds which of some warnings still hold and why a member is told, with one statement
 * however many there are. Each creator's stand together, where the most urgent of them
 * belongs; below stands what the creator was asked for and what is more than a day away.
 */
@Component
class ExpiringChannels {

	/**
	 * Who connected it last (k), else who looks after the creator (l), is closest; as in
	 * ConcernedMembers. Of the day of the end whoever answers hears by another choice.
	 */
	private static final String QUERY = """
			select s.*, s.asked_at is not null and s.deadline > :tomorrow as can_wait, %3$s as answers,
				case when %1$s then 'TEAM' when %3$s and %4$s then 'ANSWERS'
					when m.role = 'ADMIN' and not exists (select from member a
						where a.organization_id = :organization and a.active and %8$s and (%2$s or (%5$s and %6$s)))
					then 'NOBODY_ELSE' end as reason
			from (
				select w.id as warning, w.days, e.channel_id, e.creator_id, e.deadline, c.network, c.handle,
					c.display_name, r.name as creator_name, r.looked_after_by, coalesce(k.id, l.id) as closest,
					n.connected_by_creator,
					asked_creator(e.channel_id, :now) as asked_at
				from warning w
				cross join lateral (select x.* from ending_connection x
					where x.channel_id = w.channel_id and x.organization_id = w.organization_id
						and %7$s
					offset 0) e
				join connection n on n.channel_id = e.channel_id
				join channel c on c.id = e.channel_id
				join creator r on r.id = e.creator_id
				left join member k on k.id = n.connected_by_member and k.active
				left join member l on l.id = r.looked_after_by and l.active
				where w.id = any(:warnings) and w.organization_id = :organization and w.member_id = :member
				offset 0) s
			join member m on m.id = :member and m.organization_id = :organization
			window own as (partition by s.creator_id, s.asked_at is not null and s.deadline > :tomorrow)
			order by can_wait, min(s.deadline) over own, s.creator_name, s.creator_id, s.deadline, s.handle, s.channel_id
			"""
		.formatted(takes("m", NoticeKind.EXPIRING), takes("a", NoticeKind.EXPIRING), answers("m"),
				takes("m", NoticeKind.OWN_INTERRUPTED), answers("a"), takes("a", NoticeKind.OWN_INTERRUPTED),
				SameEnd.of("w.about", "x.deadline"), HearingConditions.reached("a"));

	private final JdbcClient jdbc;

	ExpiringChannels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of the bound organization whose end is still the same, the most urgent first.
	 * @param member whom they are to tell
	 * @param tomorrow what ends later can wait where the creator was asked
	 */
	List<ExpiringChannel> of(Member member, Collection<UUID> warnings, Instant now, Instant tomorrow) {
		return this.jdbc.sql(QUERY)
			.param("member", member.id())
			.param("warnings", warnings.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("tomorrow", tomorrow.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query((row, number) -> channel(row))
			.list();
	}

	private static String takes(String member, NoticeKind kind) {
		return "not " + HearingConditions.silent(member, kind, NoticeWay.MAIL, "s.looked_after_by");
	}

	private static String answers(String member) {
		return "(s.days = 0 and (s.closest = %1$s.id or (s.closest is null and %1$s.role = 'ADMIN')))"
			.formatted(member);
	}

	private static ExpiringChannel channel(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return new ExpiringChannel(SqlIds.in(row, "warning"), SqlIds.in(row, "channel_id"),
				SqlIds.in(row, "creator_id"), row.getString("creator_name"), new NetworkId(row.getString("network")),
				row.getString("handle"), row.getString("display_name"), SqlMoments.in(row, "deadline"),
				row.getInt("days"), row.getBoolean("can_wait") ? SqlMoments.maybe(row, "asked_at") : null,
				row.getBoolean("connected_by_creator"), (reason != null) ? WarningReason.valueOf(reason) : null,
				row.getBoolean("answers"));
	}

}
