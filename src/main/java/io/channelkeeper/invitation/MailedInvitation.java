package io.channelkeeper.invitation;

import java.util.UUID;

/**
 * The invitation that a mail carried.
 *
 * @param id the invitation
 * @param creatorId the creator
 * @param creatorName the creator's name
 * @param invitedBy the member who pressed the button
 * @param recipient where the mail went
 */
public record MailedInvitation(UUID id, UUID creatorId, String creatorName, UUID invitedBy, String recipient) {

}
