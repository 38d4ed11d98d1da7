package io.channelkeeper.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Channel;

/**
 * A channel on the page where a creator is invited.
 *
 * @param channel the channel
 * @param networkName its network's name
 * @param handle what people call it
 * @param ways how it can be connected: as it is now, then the recommended one first
 * @param connected whether a login carries it and works
 * @param due whether its creator connected it and has to sign in again
 */
public record DeskChannel(Channel channel, String networkName, String handle, List<DeskWay> ways, boolean connected,
		boolean due) {

	public DeskChannel {
		ways = List.copyOf(ways);
	}

	/**
	 * The way that was chosen, or the recommended one. There has to be a way.
	 * @param chosen what a form sent, over all channels
	 */
	public InvitedWay way(@Nullable List<String> chosen) {
		return this.ways.stream()
			.filter((way) -> chosen != null && chosen.contains(way.value()))
			.findFirst()
			.orElseGet(this.ways::getFirst)
			.way();
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
	 * @param gives message key of what it gives
	 * @param recommended whether it is the better one
	 */
	public record DeskWay(String value, String providerName, InvitedWay way, String gives, boolean recommended) {

	}

}
