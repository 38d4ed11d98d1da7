package io.channelkeeper.channel.web;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.creator.Creator;

/**
 * A channel as the forms about it show it.
 *
 * @param channel the channel
 * @param creator whose it is
 * @param networkName the network's own name
 * @param shown what people call it
 * @param written the handle as people write it
 * @param address its public page
 * @param markedBy the member who said that it is private or personal, or null
 */
record ChannelView(Channel channel, Creator creator, String networkName, String shown, String written, URI address,
		@Nullable String markedBy) {

}
