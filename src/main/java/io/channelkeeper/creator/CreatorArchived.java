package io.channelkeeper.creator;

import java.util.UUID;

/**
 * A creator was put away.
 *
 * @param organizationId the organization
 * @param creatorId the creator
 * @param disconnect whether the creator's connections are to end, or are kept
 */
public record CreatorArchived(UUID organizationId, UUID creatorId, boolean disconnect) {

}
