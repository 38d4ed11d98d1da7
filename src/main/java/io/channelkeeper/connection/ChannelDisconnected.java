package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A channel was disconnected on purpose.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param memberId the member who did it, or null for the creator
 */
public record ChannelDisconnected(UUID organizationId, UUID channelId, @Nullable UUID memberId) {

}
