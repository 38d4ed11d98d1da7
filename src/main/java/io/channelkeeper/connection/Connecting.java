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

	private final ReachedChannels reached;

	private final Sealer sealer;

	Connecting(ConnectionRepository connections, SocialLogins logins, AccessReturns returns, ChannelService channels,
			SignInWays ways, ReachedChannels reached, Sealer sealer) {
		this.connections = connections;
		this.logins = logins;
		this.returns = returns;
		this.channels = channels;
		this.ways = ways;
		this.reached = reached;
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
			releaseUnlessUsed(before);
		}
	}

	/**
	 * Hands the new sign-in to the channels that hang on the same login and that it
	 * reaches again (H-7); what it does not reach stays as it is, and so does who
	 * connected another creator's channel.
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
				.ifPresent((reached) -> {
					SignInWay way = this.ways.of(channel.network(), login.provider());
					if (channel.creatorId().equals(by.creatorId())) {
						connect(channel.id(), login, reached, way, by, now);
					}
					else {
						this.channels.recordProfile(channel.id(), reached.profile(), now);
						connection.renew(sealed(channel.id(), reached.token()),
								SignInWays.keys(way, login.scopes(), true));
					}
				});
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
