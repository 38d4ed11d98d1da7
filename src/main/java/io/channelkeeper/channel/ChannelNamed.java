package io.channelkeeper.channel;

import java.util.UUID;

import io.channelkeeper.network.NetworkId;

/**
 * A member named a channel: added it, or corrected its handle.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param network where it lives
 * @param forgotten whether what everybody could see under another handle is no longer
 * what is known of it
 */
public record ChannelNamed(UUID organizationId, UUID channelId, NetworkId network, boolean forgotten) {

}
