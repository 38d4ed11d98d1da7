package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.support.SqlMoments;

/**
 * Whom a network tells of, over all organizations.
 */
@Repository
class PushRows {

	private static final int PAGE = 500;

	private final JdbcClient jdbc;

	PushRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The organizations that have a login of a person. */
	List<UUID> organizations(ProviderId provider, String user) {
		return this.jdbc.sql("""
				select organization_id from social_login where provider = :provider and external_user_id = :user
				order by organization_id
				""")
			.param("provider", provider.value())
			.param("user", user)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** A person's login in an organization, unless its access is gone already. */
	Optional<Told> login(UUID organization, ProviderId provider, String user) {
		return this.jdbc.sql("""
				select * from social_login where organization_id = :organization and provider = :provider
					and external_user_id = :user and access_token is not null
				""")
			.param("organization", organization)
			.param("provider", provider.value())
			.param("user", user)
			.query(PushRows::told)
			.optional();
	}

	/** Logins of a provider that are not known to be dead, page by page. */
	List<Told> living(ProviderId provider, @Nullable UUID after) {
		return this.jdbc.sql("""
				select * from social_login where provider = :provider and access_token is not null
					and invalid_cause is null and (cast(:after as uuid) is null or id > :after)
				order by id limit :page
				""")
			.param("provider", provider.value())
			.param("after", after)
			.param("page", PAGE)
			.query(PushRows::told)
			.list();
	}

	/** The logins that carry a channel, and since when. */
	List<Carried> carrying(ProviderId provider, Push.ChannelEnded channel) {
		return this.jdbc.sql("""
				select l.*, k.channel_id, k.connected_at as carried_at
				from channel c join connection k on k.channel_id = c.id join social_login l on l.id = k.login_id
				where c.network = :network and c.external_id = :external and l.provider = :provider
					and l.access_token is not null
				""")
			.param("network", channel.network().value())
			.param("external", channel.externalId())
			.param("provider", provider.value())
			.query((row, number) -> new Carried(LoginRow.read(row).asked(), row.getObject("channel_id", UUID.class),
					SqlMoments.in(row, "carried_at")))
			.list();
	}

	void verifySoon(ProviderId provider, String user, Instant now) {
		this.jdbc.sql("""
				update social_login set verify_at = :now, version = version + 1
				where provider = :provider and external_user_id = :user and access_token is not null
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("provider", provider.value())
			.param("user", user)
			.update();
	}

	private static Told told(ResultSet row, int number) throws SQLException {
		return new Told(LoginRow.read(row), SqlMoments.in(row, "connected_at"), row.getString("invalid_cause"));
	}

	/**
	 * A login that something is told of.
	 *
	 * @param row its row
	 * @param connectedAt when the person last signed in
	 * @param invalid why it is invalid already, or null
	 */
	record Told(LoginRow row, Instant connectedAt, @Nullable String invalid) {
	}

	/**
	 * A channel that something is told of.
	 *
	 * @param asked the login that carries it
	 * @param channel the channel
	 * @param since since when
	 */
	record Carried(LoginRow.Asked asked, UUID channel, Instant since) {
	}

}
