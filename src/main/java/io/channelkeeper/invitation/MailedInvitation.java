package io.channelkeeper.invitation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The invitation that a mail carried.
 *
 * @param id the invitation
 * @param creatorId the creator
 * @param creatorName the creator's name
 * @param invitedBy the member who pressed the button; where the clock did, who looks
 * after the creator, or null
 * @param recipient where the mail went
 */
public record MailedInvitation(UUID id, UUID creatorId, String creatorName, @Nullable UUID invitedBy,
		String recipient) {

}
