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
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds who was told that channels are interrupted, and later which of them still work.
 */
@Component
class RestoredChannels {

	/**
	 * Once for each interruption, and not to whoever just signed in. The day of the end
	 * told of an interruption too, once that end had come.
	 */
	private static final String ADD = """
			insert into warning (id, organization_id, member_id, channel_id, kind, about, created_at, due_at)
			select %s, t.*, :now, :due
			from (
				select distinct on (w.member_id, w.channel_id) w.organization_id, w.member_id, w.channel_id, 'RESTORED',
					w.about
				from warning w
				join member m on m.id = w.member_id and m.active
				join connection k on k.channel_id = w.channel_id
				join social_login l on l.id = k.login_id
				where w.channel_id = any(:channels) and w.organization_id = :organization and w.outcome = 'MAILED'
					and (w.kind = 'INTERRUPTED' or (w.kind = 'EXPIRING' and w.days = 0 and exists (
						select from data_gap g where g.channel_id = w.channel_id
							and %s)))
					and not (l.connected_by_member is not distinct from w.member_id and l.connected_at >= w.about)
					and not exists (select from warning r where r.channel_id = w.channel_id
						and r.member_id = w.member_id and r.kind = 'RESTORED' and r.about >= w.about
						and r.outcome is distinct from 'MOVED')
				order by w.member_id, w.channel_id, w.about desc) t
			on conflict (channel_id, kind, about, days, member_id) do update
				set created_at = excluded.created_at, due_at = excluded.due_at, settled_at = null, outcome = null
				where warning.outcome = 'MOVED'
			""".formatted(SqlIds.NEW, SameEnd.of("g.begins_at", "w.about"));

	private static final String QUERY = """
			select w.id as warning, w.about, w.created_at, s.creator_id, c.network, c.handle, c.display_name,
				r.name as creator_name, not %s as wanted
			from warning w
			join member m on m.id = w.member_id
			cross join lateral (select t.* from connection_state(:now) t
				where t.channel_id = w.channel_id and t.organization_id = :organization
					and t.state in ('CONNECTED', 'EXPIRING') offset 0) s
			join channel c on c.id = s.channel_id
			join creator r on r.id = s.creator_id and r.archived_at is null
			where w.id = any(:warnings) and w.organization_id = :organization
			order by r.name, s.creator_id, c.handle, w.id
			""".formatted(HearingConditions.silent("m", NoticeKind.RESTORED, NoticeWay.MAIL, "r.looked_after_by"));

	private final JdbcClient jdbc;

	RestoredChannels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes down who of the bound organization is to be told that channels work again.
	 */
	void add(Collection<UUID> channels, Instant now, Instant due) {
		this.jdbc.sql(ADD)
			.param("begin", SqlIds.begin())
			.param("channels", channels.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("due", due.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Those of the bound organization that work now, each creator's together. */
	List<RestoredChannel> of(Collection<UUID> warnings, Instant now) {
		return this.jdbc.sql(QUERY)
			.param("warnings", warnings.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query((row, number) -> channel(row))
			.list();
	}

	private static RestoredChannel channel(ResultSet row) throws SQLException {
		return new RestoredChannel(SqlIds.in(row, "warning"), SqlIds.in(row, "creator_id"),
				row.getString("creator_name"), new NetworkId(row.getString("network")), row.getString("handle"),
				row.getString("display_name"), SqlMoments.in(row, "about"), SqlMoments.in(row, "created_at"),
				row.getBoolean("wanted"));
	}

}
