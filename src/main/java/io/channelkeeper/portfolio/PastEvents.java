package io.channelkeeper.portfolio;

import java.util.List;

import io.channelkeeper.channel.ChannelDrift;

/**
 * What happened with a creator.
 *
 * @param invitations the invitations, the newest first
 * @param drifts what changed about the channels at the networks, the newest first
 */
public record PastEvents(List<PastInvitation> invitations, List<ChannelDrift> drifts) {

	public PastEvents {
		invitations = List.copyOf(invitations);
		drifts = List.copyOf(drifts);
	}

}
