package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * What else a sign-in reaches, sealed, for as long as the person may choose from it.
 */
@Repository
class ReachedChannels {

	private static final Duration LIFE = Duration.ofMinutes(30);

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final JsonMapper json;

	private final Networks networks;

	private final Clock clock;

	ReachedChannels(JdbcClient jdbc, Sealer sealer, JsonMapper json, Networks networks, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.json = json;
		this.networks = networks;
		this.clock = clock;
	}

	void keep(SignInAttempt attempt, UUID login, List<ReachedChannel> channels) {
		channels.forEach((channel) -> keep(attempt, login, channel));
	}

	private void keep(SignInAttempt attempt, UUID login, ReachedChannel reached) {
		UUID id = Ids.next();
		Profile profile = reached.profile();
		this.jdbc
			.sql("""
					insert into reached_channel (id, organization_id, attempt_id, login_id, network, external_id, handle, display_name,
						reached_sealed, expires_at)
					values (:id, :organization, :attempt, :login, :network, :externalId, :handle, :name, :sealed, :expires)
					on conflict do nothing
					""")
			.param("id", id)
			.param("organization", attempt.organizationId())
			.param("attempt", attempt.id())
			.param("login", login)
			.param("network", profile.network().value())
			.param("externalId", profile.externalId())
			.param("handle", profile.handle())
			.param("name", profile.displayName())
			.param("sealed",
					this.sealer.seal(this.json.writeValueAsString(reached), place(attempt.organizationId(), id)))
			.param("expires", this.clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
			.update();
	}

	List<ReachedOffer> offered(UUID attemptId) {
		return this.jdbc.sql("""
				select network, external_id, handle, display_name from reached_channel
				where attempt_id = :attempt and organization_id = :organization and expires_at > :now
				order by network, handle
				""")
			.param("attempt", attemptId)
			.param("organization", Tenancy.current())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> {
				Network network = this.networks.get(new NetworkId(row.getString("network")));
				String handle = row.getString("handle");
				String name = row.getString("display_name");
				return new ReachedOffer(row.getString("external_id"), network.id(), network.show(handle, name),
						network.showBeside(handle, name));
			})
			.list();
	}

	/** Opens the chosen ones and keeps none of them any longer. */
	List<Taken> take(UUID attemptId, Collection<String> externalIds) {
		return this.jdbc.sql("""
				delete from reached_channel
				where attempt_id = :attempt and organization_id = :organization and external_id = any(:ids)
					and expires_at > :now
				returning id, login_id, reached_sealed
				""")
			.param("attempt", attemptId)
			.param("organization", Tenancy.current())
			.param("ids", externalIds.toArray(String[]::new))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Taken(row.getObject("login_id", UUID.class),
					open(row.getObject("id", UUID.class), row.getBytes("reached_sealed"))))
			.list();
	}

	/** The logins through which the chosen ones would be connected. */
	List<UUID> logins(UUID attemptId, Collection<String> externalIds) {
		return this.jdbc.sql("""
				select distinct login_id from reached_channel
				where attempt_id = :attempt and organization_id = :organization and external_id = any(:ids)
				order by login_id
				""")
			.param("attempt", attemptId)
			.param("organization", Tenancy.current())
			.param("ids", externalIds.toArray(String[]::new))
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Forgets what a login reached, because its access is gone. */
	void forget(UUID loginId) {
		this.jdbc.sql("delete from reached_channel where login_id = :login and organization_id = :organization")
			.param("login", loginId)
			.param("organization", Tenancy.current())
			.update();
	}

	/** Erases, over all organizations, what nobody chose in time. */
	int eraseExpired() {
		return this.jdbc.sql("delete from reached_channel where expires_at <= :now")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private ReachedChannel open(UUID id, byte[] sealed) {
		return this.json.readValue(this.sealer.open(sealed, place(Tenancy.current(), id)), ReachedChannel.class);
	}

	private static SealedPlace place(UUID organization, UUID id) {
		return new SealedPlace(organization, id, "reached_channel.reached_sealed");
	}

	/**
	 * A channel that was chosen.
	 *
	 * @param loginId the login that reaches it
	 * @param channel the channel
	 */
	record Taken(UUID loginId, ReachedChannel channel) {
	}

}
