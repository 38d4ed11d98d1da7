package io.channelkeeper.invitation;

import java.util.List;

import io.channelkeeper.channel.Channel;

/**
 * A channel on the page where a creator is invited.
 *
 * @param channel the channel
 * @param networkName its network's name
 * @param handle as people write it
 * @param ways how it can be connected, the recommended one first
 * @param connected whether a login carries it and works
 */
public record DeskChannel(Channel channel, String networkName, String handle, List<DeskWay> ways, boolean connected) {

	public DeskChannel {
		ways = List.copyOf(ways);
	}

	/** Whether it is ticked from the start. */
	public boolean isWanted() {
		return !this.connected && !this.ways.isEmpty();
	}

	/**
	 * A way to connect it.
	 *
	 * @param value what the form sends: channel and provider
	 * @param providerName the provider's name
	 * @param way the way
	 */
	public record DeskWay(String value, String providerName, InvitedWay way) {

	}

}
