package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Hangs channels on logins and takes them off. A login that carries nothing any more is
 * erased, and its access is to be given back. Runs in its caller's transaction.
 */
@Component
class Connecting {

	private static final Logger log = LoggerFactory.getLogger(Connecting.class);

	private final ConnectionRepository connections;

	private final SocialLogins logins;

	private final AccessReturns returns;

	private final ChannelService channels;

	private final SignInWays ways;

	private final Sealer sealer;

	Connecting(ConnectionRepository connections, SocialLogins logins, AccessReturns returns, ChannelService channels,
			SignInWays ways, Sealer sealer) {
		this.connections = connections;
		this.logins = logins;
		this.returns = returns;
		this.channels = channels;
		this.ways = ways;
		this.sealer = sealer;
	}

	/** Hangs a channel on a login, and off the one that carried it before. */
	void connect(UUID channelId, SocialLoginEntity login, ReachedChannel reached, SignInWay way, SignedInBy by,
			Instant now) {
		this.channels.recordProfile(channelId, reached.profile(), now);
		ConnectionEntity connection = this.connections.findById(channelId)
			.orElseGet(() -> new ConnectionEntity(channelId));
		UUID before = connection.loginId();
		connection.connect(login.id(), sealed(channelId, reached.token()), SignInWays.keys(way, login.scopes(), true),
				by, now);
		this.connections.save(connection);
		this.connections.flush();
		if (before != null && !before.equals(login.id())) {
			this.logins.find(before).ifPresent(this::releaseUnlessUsed);
		}
	}

	/**
	 * Hands the new sign-in to the channels that hang on the same login and that it
	 * reaches again (H-7); what it does not reach stays as it is.
	 */
	void refresh(SocialLoginEntity login, UUID expected, SignInHarvest harvest, SignedInBy by, Instant now) {
		for (ConnectionEntity connection : this.connections.findByLogin(login.id())) {
			if (connection.channelId().equals(expected)) {
				continue;
			}
			Channel channel = this.channels.get(connection.channelId());
			Stream.concat(harvest.channels().stream(), harvest.others().stream())
				.filter((reached) -> reached.obstacle() == null && isSame(channel, reached))
				.findFirst()
				.ifPresent((reached) -> connect(channel.id(), login, reached,
						this.ways.of(channel.network(), login.provider()), by, now));
		}
	}

	private static boolean isSame(Channel channel, ReachedChannel reached) {
		return channel.network().equals(reached.profile().network())
				&& reached.profile().externalId().equals(channel.externalId());
	}

	void disconnect(ConnectionEntity connection, @Nullable UUID member, Instant now) {
		UUID before = connection.loginId();
		connection.disconnect(member, false, now);
		this.connections.flush();
		if (before != null) {
			this.logins.find(before).ifPresent(this::releaseUnlessUsed);
		}
	}

	private void releaseUnlessUsed(SocialLoginEntity login) {
		if (!this.connections.findByLogin(login.id()).isEmpty()) {
			return;
		}
		try {
			Grant grant = this.logins.open(login);
			if (grant != null) {
				this.returns.add(login.provider(), grant);
			}
		}
		catch (UnreadableSecretException ex) {
			log.warn("Login {} cannot be given back, its key is missing", login.id());
		}
		login.forget();
		this.connections.flush();
	}

	private byte @Nullable [] sealed(UUID channelId, @Nullable TokenValue token) {
		return (token != null) ? this.sealer.seal(token.value(),
				new SealedPlace(Tenancy.current(), channelId, "connection.channel_token")) : null;
	}

}
