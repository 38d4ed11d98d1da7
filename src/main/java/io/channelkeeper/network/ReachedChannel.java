package io.channelkeeper.network;

import org.jspecify.annotations.Nullable;

/**
 * A channel that a sign-in reaches.
 *
 * @param profile what the network says of it
 * @param token the channel's own token (a page's), or null where the login's serves
 * @param obstacle what stands in the way of connecting it, or null
 */
public record ReachedChannel(Profile profile, @Nullable TokenValue token, @Nullable Diagnosis obstacle) {

}
