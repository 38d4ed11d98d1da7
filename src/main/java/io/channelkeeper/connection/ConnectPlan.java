package io.channelkeeper.connection;

import java.util.List;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.SignInWay;

/**
 * What a member sees before connecting or disconnecting a channel.
 *
 * @param channel the channel
 * @param network where it lives
 * @param creator whose it is
 * @param standing how it stands
 * @param ways the ways to connect it that are set up here, best first
 * @param others handles of the other channels on the same login (B-6)
 */
public record ConnectPlan(Channel channel, Network network, Creator creator, ChannelStanding standing,
		List<SignInWay> ways, List<String> others) {

	/** The handle as people write it. */
	public String handle() {
		return this.network.show(this.channel.handle());
	}

	public boolean isEligible() {
		return this.standing.state() != ConnectionState.NOT_ELIGIBLE;
	}

	public boolean isConnected() {
		return this.standing.state().hasLogin();
	}

}
