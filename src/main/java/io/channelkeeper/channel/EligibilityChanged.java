package io.channelkeeper.channel;

import java.util.UUID;

/**
 * Whether a channel's profile may be read is not what it was: it was marked as private,
 * personal or not shown, or is so no more.
 *
 * @param organizationId the organization
 * @param channelId the channel
 */
public record EligibilityChanged(UUID organizationId, UUID channelId) {

}
