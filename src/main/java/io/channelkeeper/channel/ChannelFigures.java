package io.channelkeeper.channel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;
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

	Map<UUID, List<Figure>> newest(Collection<UUID> channels) {
		return this.jdbc.sql("""
				select distinct on (channel_id, name) channel_id, name, amount, as_of from channel_figure
				where channel_id = any(:channels) and organization_id = :organization
				order by channel_id, name, as_of desc""")
			.param("channels", channels.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.query((row, number) -> Map.entry(row.getObject("channel_id", UUID.class),
					new Figure(row.getString("name"), row.getLong("amount"), SqlMoments.in(row, "as_of"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
