package io.channelkeeper.channel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.Tenancy;

/**
 * Keeps every number that a network told of a channel, with its moment.
 */
@Component
class ChannelFigures {

	private final JdbcClient jdbc;

	ChannelFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void keep(UUID channel, Map<String, Long> figures, Instant at) {
		figures.forEach((name, amount) -> this.jdbc.sql("""
				insert into channel_figure (channel_id, organization_id, name, as_of, amount)
				select id, organization_id, :name, :at, :amount from channel where id = :channel
				on conflict (channel_id, name, as_of) do update set amount = excluded.amount""")
			.param("channel", channel)
			.param("name", name)
			.param("at", Timestamp.from(at))
			.param("amount", amount)
			.update());
	}

	/** Forgets numbers that were somebody else's. */
	void forget(UUID channel) {
		this.jdbc.sql("delete from channel_figure where channel_id = :channel and organization_id = :organization")
			.param("channel", channel)
			.param("organization", Tenancy.current())
			.update();
	}

	List<Figure> newest(UUID channel) {
		return this.jdbc.sql("""
				select distinct on (name) name, amount, as_of from channel_figure
				where channel_id = :channel and organization_id = :organization order by name, as_of desc""")
			.param("channel", channel)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Figure(row.getString("name"), row.getLong("amount"),
					row.getTimestamp("as_of").toInstant()))
			.list();
	}

}
