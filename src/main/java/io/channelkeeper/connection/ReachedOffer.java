package io.channelkeeper.connection;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * Another channel that a sign-in reaches and that could be connected with it.
 *
 * @param externalId the network's own id
 * @param network where it lives
 * @param handle the handle as people write it
 * @param displayName the name beside it, or null
 */
public record ReachedOffer(String externalId, NetworkId network, String handle, @Nullable String displayName) {
}
