package io.channelkeeper.invitation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A creator said no.
 *
 * @param organizationId the organization
 * @param invitationId the invitation
 * @param creatorId the creator
 * @param channelId the one channel that is not the creator's, or null for all that were
 * open
 * @param word what the creator wrote, or null
 */
public record InvitationDeclined(UUID organizationId, UUID invitationId, UUID creatorId, @Nullable UUID channelId,
		@Nullable String word) {

}
