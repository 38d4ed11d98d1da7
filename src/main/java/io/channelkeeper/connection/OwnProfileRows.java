package io.channelkeeper.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of logins and connections as far as reading a channel's own profile goes.
 */
@Repository
class OwnProfileRows {

	private final JdbcClient jdbc;

	OwnProfileRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A channel of the bound organization with the login that carries it. */
	Optional<Carried> carried(UUID channelId) {
		return this.jdbc.sql("""
				select l.*, k.channel_id, k.channel_token, k.lost_cause, c.network, c.external_id from connection k
				join channel c on c.id = k.channel_id
				join social_login l on l.id = k.login_id
				where k.channel_id = :channel and k.organization_id = :organization
					and c.organization_id = :organization and l.organization_id = :organization
					and c.external_id is not null and l.access_token is not null
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Carried(LoginRow.read(row),
					new VerificationRows.Hanging(channelId, new NetworkId(row.getString("network")),
							row.getString("external_id"), row.getBytes("channel_token"), row.getString("lost_cause"))))
			.optional();
	}

	/**
	 * Puts a login up for verification now, unless its tokens were replaced meanwhile or
	 * it is being looked at for a refusal already.
	 */
	void doubt(LoginRow.Asked asked, Instant now) {
		this.jdbc.sql("""
				update social_login set verify_at = :now, version = version + 1
				where id = :login and organization_id = :organization and token_version = :version
					and access_token is not null and suspected_since is null and (verify_at is null or verify_at > :now)
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.update();
	}

	/**
	 * A channel and what carries it.
	 *
	 * @param login the login
	 * @param channel the channel that hangs on it
	 */
	record Carried(LoginRow login, VerificationRows.Hanging channel) {

		LoginRow.Asked asked() {
			return this.login.asked();
		}

	}

}
