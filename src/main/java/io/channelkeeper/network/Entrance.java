package io.channelkeeper.network;

import org.jspecify.annotations.Nullable;

/**
 * A network, and through whom somebody signed in there.
 *
 * @param network the network
 * @param through the provider, or null while that is open
 * @param name what people call the provider, or else the network
 */
public record Entrance(NetworkId network, @Nullable ProviderId through, String name) {

}
