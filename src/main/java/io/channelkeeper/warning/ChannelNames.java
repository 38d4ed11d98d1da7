package io.channelkeeper.warning;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;

/**
 * What people call channels.
 */
@Component
class ChannelNames {

	private final ChannelService channels;

	private final CreatorService creators;

	private final Networks networks;

	ChannelNames(ChannelService channels, CreatorService creators, Networks networks) {
		this.channels = channels;
		this.creators = creators;
		this.networks = networks;
	}

	Named of(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		Network network = this.networks.get(channel.network());
		return new Named(channel.creatorId(), network.show(channel.handle(), channel.displayName()), network.name());
	}

	/** Whether people call a channel anything still: its creator was not put away. */
	boolean inUse(UUID channelId) {
		return !this.creators.get(this.channels.get(channelId).creatorId()).archived();
	}

	/**
	 * A channel's names.
	 *
	 * @param creator whose it is
	 * @param shown what people call it
	 * @param network the name of its network
	 */
	record Named(UUID creator, String shown, String network) {

	}

}
