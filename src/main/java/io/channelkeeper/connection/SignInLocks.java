package io.channelkeeper.connection;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Tenancy;

/**
 * Holds, until the transaction ends, what a connection rests on: always the creator
 * first, then the person who signed in, then the channel.
 */
@Component
class SignInLocks {

	private final JdbcClient jdbc;

	private final SocialLogins logins;

	SignInLocks(JdbcClient jdbc, SocialLogins logins) {
		this.jdbc = jdbc;
		this.logins = logins;
	}

	/** Holds everything that a sign-in for this channel may change. */
	void hold(UUID channelId, ProviderId provider, String user) {
		holdCreatorOf(channelId);
		this.logins.lockWithCarrier(provider, user, channelId);
		holdChannel(channelId);
	}

	/** The same, where the person is known by a login. */
	void hold(UUID channelId, UUID loginId) {
		holdCreatorOf(channelId);
		this.logins.lock(loginId);
		holdChannel(channelId);
	}

	private void holdCreatorOf(UUID channelId) {
		hold("""
				select 1 from creator where organization_id = :organization
					and id = (select creator_id from channel where id = :id) for share
				""", channelId);
	}

	private void holdChannel(UUID id) {
		hold("select 1 from channel where id = :id and organization_id = :organization for no key update", id);
	}

	private void hold(String sql, UUID id) {
		this.jdbc.sql(sql).param("id", id).param("organization", Tenancy.current()).query(Integer.class).optional();
	}

}
