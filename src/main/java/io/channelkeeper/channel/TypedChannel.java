package io.channelkeeper.channel;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A channel as somebody typed or pasted it.
 *
 * @param text a handle or an address
 * @param network where a bare handle belongs, or null when that was not said
 */
public record TypedChannel(String text, @Nullable NetworkId network) {

}
