package io.channelkeeper.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.support.NotFoundException;

/**
 * Gathers what has to be known before somebody leaves for a network.
 */
@Component
class ConnectPlans {

	private final ChannelService channels;

	private final CreatorService creators;

	private final MemberService members;

	private final ConnectionService connections;

	private final SocialLogins logins;

	private final MonitoredChannels monitored;

	private final Networks networks;

	ConnectPlans(ChannelService channels, CreatorService creators, MemberService members, ConnectionService connections,
			SocialLogins logins, MonitoredChannels monitored, Networks networks) {
		this.channels = channels;
		this.creators = creators;
		this.members = members;
		this.connections = connections;
		this.logins = logins;
		this.monitored = monitored;
		this.networks = networks;
	}

	/**
	 * What has to be known of one channel.
	 * @throws NotFoundException if there is no such channel or it was archived
	 */
	ConnectPlan of(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		Creator creator = this.creators.get(channel.creatorId());
		ChannelStanding standing = this.connections.standing(channelId);
		SocialLoginEntity login = Optional.ofNullable(standing.loginId()).flatMap(this.logins::find).orElse(null);
		return new ConnectPlan(channel, this.networks.get(channel.network()), creator, standing,
				ways(channel.network(), (login != null) ? login.provider() : null), siblings(standing),
				last(standing, creator, login), this.monitored.readThrough(channelId));
	}

	private List<SignInWay> ways(NetworkId network, @Nullable ProviderId now) {
		return this.networks.ways(network)
			.stream()
			.sorted(Comparator.comparing((way) -> !way.provider().equals(now)))
			.toList();
	}

	/** The other channels that hang on the same login. */
	private List<Sibling> siblings(ChannelStanding standing) {
		UUID login = standing.loginId();
		if (login == null) {
			return List.of();
		}
		return this.connections.ofLogin(login)
			.stream()
			.filter((other) -> !other.channelId().equals(standing.channelId()))
			.map(this::sibling)
			.sorted(Comparator.comparing(Sibling::named))
			.toList();
	}

	/**
	 * Some channels as they stand now: those that are interrupted, or those that are not.
	 */
	List<Sibling> of(Collection<UUID> channels, boolean interrupted) {
		return this.connections.standings(channels)
			.values()
			.stream()
			.filter((standing) -> standing.state().isInterrupted() == interrupted)
			.map(this::sibling)
			.sorted(Comparator.comparing(Sibling::named))
			.toList();
	}

	private Sibling sibling(ChannelStanding standing) {
		Channel channel = this.channels.get(standing.channelId());
		return new Sibling(channel, this.networks.get(channel.network()), standing);
	}

	private @Nullable LastSignIn last(ChannelStanding standing, Creator creator, @Nullable SocialLoginEntity login) {
		Instant at = standing.connectedAt();
		if (at == null) {
			return null;
		}
		UUID member = standing.connectedByMember();
		return new LastSignIn((member != null) ? this.members.get(member).name() : creator.name(), at,
				(login != null) ? login.provider() : null, (login != null) ? login.externalUserName() : null);
	}

}
