package io.channelkeeper.connection;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.Network;

/**
 * Another channel that hangs on the same login (B-6, H-7).
 *
 * @param channel the channel
 * @param network where it lives
 * @param standing how it stands
 */
public record Sibling(Channel channel, Network network, ChannelStanding standing) {

	/** What people call it. */
	public String handle() {
		return this.network.show(this.channel.handle(), this.channel.displayName());
	}

	/** The same with its network, because one name serves on several. */
	public String named() {
		return handle() + " (" + this.network.name() + ")";
	}

}
