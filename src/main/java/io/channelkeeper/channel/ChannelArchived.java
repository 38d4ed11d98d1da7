package io.channelkeeper.channel;

import java.util.UUID;

/**
 * A channel was put away.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param disconnect whether its connection is to end, or is kept
 */
public record ChannelArchived(UUID organizationId, UUID channelId, boolean disconnect) {

}
