package io.channelkeeper.connection;

import java.util.Set;
import java.util.UUID;

/**
 * A person had everything deleted that a sign-in told of these channels. Whoever keeps
 * anything that came by it deletes it in the same transaction.
 *
 * @param organizationId the organization
 * @param channelIds the channels, which stay under the names that the team gave them
 * @param mistakenIds channels that the person once signed in for with another account
 */
public record PersonErased(UUID organizationId, Set<UUID> channelIds, Set<UUID> mistakenIds) {

}
