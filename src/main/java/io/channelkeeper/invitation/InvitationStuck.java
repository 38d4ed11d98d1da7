package io.channelkeeper.invitation;

import java.util.UUID;

import io.channelkeeper.network.Diagnosis;

/**
 * A creator's attempt failed; the invitation goes on.
 *
 * @param organizationId the organization
 * @param invitationId the invitation
 * @param creatorId the creator
 * @param channelId the channel that was expected
 * @param diagnosis what was missing
 */
public record InvitationStuck(UUID organizationId, UUID invitationId, UUID creatorId, UUID channelId,
		Diagnosis diagnosis) {

}
