package io.channelkeeper.warning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.invitation.InvitationGlimpse;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.network.ProviderId;

/**
 * Knows how the channels stand that a creator connected.
 */
@Component
class CreatorChannels {

	private final ChannelService channels;

	private final ConnectionService connections;

	private final InvitationService invitations;

	CreatorChannels(ChannelService channels, ConnectionService connections, InvitationService invitations) {
		this.channels = channels;
		this.connections = connections;
		this.invitations = invitations;
	}

	/**
	 * The channels of a creator of the bound organization; none of one who was put away.
	 * @param held providers that are in trouble
	 */
	RenewableChannels of(Creator creator, Set<ProviderId> held) {
		List<UUID> ids = creator.archived() ? List.of()
				: this.channels.ofCreator(creator.id()).stream().map(Channel::id).toList();
		Map<UUID, ProviderId> providers = this.connections.providers(ids);
		Map<UUID, ChannelStanding> standings = this.connections.standings(ids)
			.values()
			.stream()
			.filter((channel) -> channel.connectedByCreator() && channel.state().hasLogin())
			.filter((channel) -> channel.state() != ConnectionState.INVALID
					|| !held.contains(providers.get(channel.channelId())))
			.collect(Collectors.toMap(ChannelStanding::channelId, Function.identity()));
		Set<UUID> declined = this.invitations.latestOf(standings.keySet())
			.values()
			.stream()
			.filter((latest) -> isDeclined(latest, standings.get(latest.channelId())))
			.map(InvitationGlimpse::channelId)
			.collect(Collectors.toSet());
		return new RenewableChannels(standings, declined);
	}

	/** Whoever connected since then has changed their mind. */
	private static boolean isDeclined(InvitationGlimpse latest, @Nullable ChannelStanding channel) {
		return latest.state() == InvitationState.DECLINED && channel != null
				&& (channel.connectedAt() == null || latest.stateSince().isAfter(channel.connectedAt()));
	}

}
