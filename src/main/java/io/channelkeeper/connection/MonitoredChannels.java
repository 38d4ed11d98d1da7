package io.channelkeeper.connection;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.support.Tenancy;

/**
 * Knows which monitored channels of the bound organization are read through an own one's
 * login (M-3, M-9).
 */
@Component
class MonitoredChannels {

	/** A sentence names no more. */
	private static final int MOST = 5;

	private final JdbcClient jdbc;

	private final Networks networks;

	MonitoredChannels(JdbcClient jdbc, Networks networks) {
		this.jdbc = jdbc;
		this.networks = networks;
	}

	/**
	 * Names of monitored channels that have no login of their own and live where this one
	 * does; none if this one is not connected.
	 */
	List<String> readThrough(UUID channelId) {
		return this.jdbc.sql("""
				select m.network, m.handle, m.display_name from channel m
				join channel c on c.network = m.network and c.organization_id = m.organization_id
				join connection k on k.channel_id = c.id and k.login_id is not null
				where c.id = :channel and m.organization_id = :organization and m.kind = 'MONITORED'
					and c.kind <> 'MONITORED' and m.archived_at is null
					and not exists (select 1 from connection o where o.channel_id = m.id and o.login_id is not null)
				order by m.handle_key limit :most
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("most", MOST)
			.query((row, number) -> this.networks.get(new NetworkId(row.getString("network")))
				.show(row.getString("handle"), row.getString("display_name")))
			.list();
	}

}
