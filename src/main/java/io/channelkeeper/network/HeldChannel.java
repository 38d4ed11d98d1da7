package io.channelkeeper.network;

import org.jspecify.annotations.Nullable;

/**
 * A channel that hangs on a grant.
 *
 * @param network where it lives
 * @param externalId the network's own id
 * @param token the channel's own token (a page's), or null where the grant's serves
 */
public record HeldChannel(NetworkId network, String externalId, @Nullable TokenValue token) {

}
