package io.channelkeeper.invitation;

import java.util.List;
import java.util.UUID;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.SignInWay;

/**
 * A channel as the creator is asked for it.
 *
 * @param channel the channel
 * @param networkName its network's name, never translated
 * @param handle what people call it
 * @param way how it is connected
 * @param providerName who signs the creator in, never translated
 * @param otherWays how else it could be connected
 */
public record LetterChannel(Channel channel, String networkName, String handle, SignInWay way, String providerName,
		List<OtherWay> otherWays) {

	public LetterChannel {
		otherWays = List.copyOf(otherWays);
	}

	public UUID id() {
		return this.channel.id();
	}

	public NetworkId network() {
		return this.channel.network();
	}

	/**
	 * Another way to the same channel.
	 *
	 * @param way the way
	 * @param providerName who signs the creator in, never translated
	 */
	public record OtherWay(SignInWay way, String providerName) {
	}

}
