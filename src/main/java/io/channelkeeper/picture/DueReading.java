package io.channelkeeper.picture;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A channel whose profile one process has taken on to read.
 *
 * @param organizationId its organization
 * @param channelId the channel
 * @param network where it lives
 * @param sourceHash SHA-256 of what was fetched last time, or null when no picture is
 * kept
 * @param etag ETag of the same, or null
 * @param leasedUntil tells this reading from a later one by the same process
 */
record DueReading(UUID organizationId, UUID channelId, NetworkId network, @Nullable String sourceHash,
		@Nullable EntityTag etag, Instant leasedUntil) {

}
