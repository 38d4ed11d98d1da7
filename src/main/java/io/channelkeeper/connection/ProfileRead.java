package io.channelkeeper.connection;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A network showed a channel's public profile.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param picture where its picture can be fetched at once, or null when it has none
 */
public record ProfileRead(UUID organizationId, UUID channelId, @Nullable URI picture) {

}
