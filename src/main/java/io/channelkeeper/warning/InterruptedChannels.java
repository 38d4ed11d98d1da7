package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Finds which of some channels are interrupted now, with one statement however many there
 * are. Each creator's stand together, where the most urgent of them belongs.
 */
@Component
class InterruptedChannels {

	private static final String QUERY = """
			select s.*, c.network, c.handle, c.display_name, r.name as creator_name
			from unnest(:channels) as e(id)
			cross join lateral (select t.* from connection_state(:now) t
				where t.channel_id = e.id and t.organization_id = :organization
					and t.state in ('EXPIRED', 'INVALID', 'UNREADABLE') offset 0) s
			join channel c on c.id = s.channel_id
			join creator r on r.id = s.creator_id and r.archived_at is null
			window own as (partition by s.creator_id)
			order by min(s.severity) over own, min(s.since) over own, r.name, s.creator_id, s.severity, s.since, c.handle,
				s.channel_id
			""";

	private final JdbcClient jdbc;

	InterruptedChannels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of the bound organization that are interrupted, the most urgent first. */
	List<InterruptedChannel> of(Set<UUID> channels, Instant now) {
		return this.jdbc.sql(QUERY)
			.param("channels", channels.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.query((row, number) -> channel(row, now))
			.list();
	}

	private static InterruptedChannel channel(ResultSet row, Instant now) throws SQLException {
		String cause = row.getString("cause");
		Instant since = SqlMoments.maybe(row, "since");
		return new InterruptedChannel(Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
				Objects.requireNonNull(row.getObject("creator_id", UUID.class)), row.getString("creator_name"),
				new NetworkId(row.getString("network")), row.getString("handle"), row.getString("display_name"),
				ConnectionState.valueOf(row.getString("state")), (cause != null) ? Cause.valueOf(cause) : null,
				row.getString("cause_detail"), (since != null) ? since : now);
	}

}
