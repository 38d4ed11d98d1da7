package io.channelkeeper.invitation;

import java.util.UUID;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.SignInWay;

/**
 * A channel as the creator is asked for it.
 *
 * @param channel the channel
 * @param networkName its network's name, never translated
 * @param handle as people write it
 * @param way how it is connected
 * @param providerName who signs the creator in, never translated
 */
public record LetterChannel(Channel channel, String networkName, String handle, SignInWay way, String providerName) {

	public UUID id() {
		return this.channel.id();
	}

	public NetworkId network() {
		return this.channel.network();
	}

}
