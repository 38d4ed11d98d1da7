package io.channelkeeper.connection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads what the database function {@code connection_state} says.
 */
@Repository
class StandingRepository {

	private final JdbcClient jdbc;

	StandingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ChannelStanding> find(Collection<UUID> channelIds, Instant moment) {
		return this.jdbc.sql("""
				select * from connection_state(:moment)
				where organization_id = :organization and channel_id = any(:channels)
				""")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channelIds.toArray(UUID[]::new))
			.query((row, number) -> standing(row))
			.list();
	}

	/** All channels that hang on a login. */
	List<ChannelStanding> findByLogin(UUID login, Instant moment) {
		return this.jdbc.sql("""
				select * from connection_state(:moment)
				where organization_id = :organization and login_id = :login order by channel_id
				""")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("login", login)
			.query((row, number) -> standing(row))
			.list();
	}

	/** Through whom channels are connected. */
	Map<UUID, ProviderId> findProviders(Collection<UUID> channelIds) {
		return this.jdbc.sql("""
				select k.channel_id, l.provider from connection k join social_login l on l.id = k.login_id
				where k.organization_id = :organization and k.channel_id = any(:channels)
				""")
			.param("organization", Tenancy.current())
			.param("channels", channelIds.toArray(UUID[]::new))
			.query((row, number) -> Map.entry(row.getObject("channel_id", UUID.class),
					new ProviderId(row.getString("provider"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static ChannelStanding standing(ResultSet row) throws SQLException {
		String cause = row.getString("cause");
		return new ChannelStanding(row.getObject("channel_id", UUID.class),
				ConnectionState.valueOf(row.getString("state")), (cause != null) ? Cause.valueOf(cause) : null,
				row.getString("cause_detail"), SqlMoments.maybe(row, "since"), SqlMoments.maybe(row, "renew_by"),
				DeadlineSource.valueOf(row.getString("renew_by_source")), SqlMoments.maybe(row, "connected_at"),
				row.getObject("connected_by_member", UUID.class), row.getBoolean("connected_by_creator"),
				texts(row.getArray("granted")), texts(row.getArray("missing")),
				row.getObject("disconnected_by_member", UUID.class), row.getObject("login_id", UUID.class),
				SqlMoments.maybe(row, "no_answer_since"), SqlMoments.maybe(row, "in_doubt_since"));
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
