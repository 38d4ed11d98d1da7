package io.channelkeeper.connection;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * Another channel that a sign-in reaches and that could be connected with it.
 *
 * @param externalId the network's own id
 * @param network where it lives
 * @param handle what people call it
 * @param displayName the name beside that, or null
 */
public record ReachedOffer(String externalId, NetworkId network, String handle, @Nullable String displayName) {
}
