package io.channelkeeper.picture;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A picture that a network offers and one fetcher took on.
 *
 * @param organizationId whose channel it is
 * @param channelId the channel
 * @param network where it lives
 * @param address where the picture is
 * @param sourceHash what was fetched last time, or null
 * @param attempts how often this address was tried, this time included
 */
record OfferedPicture(UUID organizationId, UUID channelId, NetworkId network, URI address, @Nullable String sourceHash,
		int attempts) {

}
