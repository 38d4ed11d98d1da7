package io.channelkeeper.connection;

import java.util.Set;
import java.util.UUID;

/**
 * Channels that had delivered nothing do so again: without anybody having signed in, or
 * because one sign-in brought back whatever hung on it (H-7).
 *
 * @param organizationId the organization
 * @param channelIds the channels, all of one login
 */
public record ConnectionsRestored(UUID organizationId, Set<UUID> channelIds) {

}
