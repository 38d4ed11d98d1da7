package io.channelkeeper.network;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A channel as somebody names it.
 *
 * @param network where it lives
 * @param handle the name in the network's own spelling, without {@code @}
 * @param key how equal handles are recognised: lower case where the network ignores case
 * @param externalId the network's own id where the address carries it, or null
 * @param url the public page of the channel
 */
public record ChannelAddress(NetworkId network, String handle, String key, @Nullable String externalId, URI url) {

}
