package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

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

	private final ReachedChannels reached;

	private final Sealer sealer;

	private final Clock clock;

	Connecting(ConnectionRepository connections, SocialLogins logins, AccessReturns returns, ChannelService channels,
			SignInWays ways, ReachedChannels reached, Sealer sealer, Clock clock) {
		this.connections = connections;
		this.logins = logins;
		this.returns = returns;
		this.channels = channels;
		this.ways = ways;
		this.reached = reached;
		this.sealer = sealer;
		this.clock = clock;
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
			releaseUnlessUsed(before);
		}
	}

	/** The same person signed in again and reaches it; who connected it stays. */
	void renew(ConnectionEntity connection, Channel channel, ReachedChannel reached, SocialLoginEntity login) {
		SignInWay way = this.ways.of(channel.network(), login.provider());
		this.channels.recordProfile(channel.id(), reached.profile(), this.clock.instant());
		connection.renew(sealed(channel.id(), reached.token()), SignInWays.keys(way, login.scopes(), true));
	}

	void disconnect(ConnectionEntity connection, @Nullable UUID member, Instant now) {
		UUID before = connection.loginId();
		connection.disconnect(member, false, now);
		this.connections.flush();
		if (before != null) {
			releaseUnlessUsed(before);
		}
	}

	/** Holds the person too: it may be another one than who just signed in. */
	private void releaseUnlessUsed(UUID loginId) {
		this.logins.lock(loginId);
		this.logins.find(loginId).ifPresent(this::releaseUnlessUsed);
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
		this.reached.forget(login.id());
		login.forget();
		this.connections.flush();
	}

	private byte @Nullable [] sealed(UUID channelId, @Nullable TokenValue token) {
		return (token != null) ? this.sealer.seal(token.value(),
				new SealedPlace(Tenancy.current(), channelId, "connection.channel_token")) : null;
	}

}
