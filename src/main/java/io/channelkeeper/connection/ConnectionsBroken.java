package io.channelkeeper.connection;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;

/**
 * Channels deliver nothing any more, for one reason.
 *
 * @param organizationId the organization
 * @param channelIds the channels, all of one login
 * @param cause why, or null where the access has simply come to its end
 */
public record ConnectionsBroken(UUID organizationId, Set<UUID> channelIds, @Nullable Cause cause) {

}
