package io.channelkeeper.invitation;

import java.util.UUID;

/**
 * A creator connected a channel of an invitation (I-10).
 *
 * @param organizationId the organization
 * @param invitationId the invitation
 * @param creatorId the creator
 * @param channels how many channels of it are connected by now
 */
public record InvitationConfirmed(UUID organizationId, UUID invitationId, UUID creatorId, int channels) {

}
