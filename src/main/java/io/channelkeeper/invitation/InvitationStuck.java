package io.channelkeeper.invitation;

import java.util.UUID;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.ProviderId;

/**
 * A creator's attempt failed; the invitation goes on.
 *
 * @param organizationId the organization
 * @param invitationId the invitation
 * @param creatorId the creator
 * @param channelId the channel that was expected
 * @param provider through whom the creator tried
 * @param diagnosis what was missing
 */
public record InvitationStuck(UUID organizationId, UUID invitationId, UUID creatorId, UUID channelId,
		ProviderId provider, Diagnosis diagnosis) {

}
