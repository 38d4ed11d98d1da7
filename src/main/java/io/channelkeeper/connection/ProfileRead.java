package io.channelkeeper.connection;

import java.net.URI;
import java.util.UUID;

/**
 * A network showed a channel's public profile with a picture.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param picture where its picture can be fetched at once
 */
public record ProfileRead(UUID organizationId, UUID channelId, URI picture) {

}
