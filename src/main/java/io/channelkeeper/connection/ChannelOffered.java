package io.channelkeeper.connection;

import java.util.UUID;

/**
 * A creator offers another account as a further channel; a member has to decide.
 *
 * @param organizationId the organization
 * @param creatorId whose channel it would be
 * @param offerId the offer
 * @param handle the handle as people write it
 */
public record ChannelOffered(UUID organizationId, UUID creatorId, UUID offerId, String handle) {
}
