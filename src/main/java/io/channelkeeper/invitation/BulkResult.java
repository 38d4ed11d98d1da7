package io.channelkeeper.invitation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.invitation.InvitationRefusedException.Reason;

/**
 * What became of one creator when many were invited.
 *
 * @param creatorId the creator
 * @param creatorName the creator's name
 * @param refused why nothing was sent, or null when it was
 */
public record BulkResult(UUID creatorId, String creatorName, @Nullable Reason refused) {

	public boolean isSent() {
		return this.refused == null;
	}

	/** The word that stands for it in texts. */
	public String word() {
		return (this.refused != null) ? this.refused.name() : "SENT";
	}

}
