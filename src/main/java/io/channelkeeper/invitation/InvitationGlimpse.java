package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;

/**
 * How a channel's latest invitation stands, for a second line elsewhere.
 *
 * @param invitationId the invitation
 * @param channelId the channel
 * @param state how far it has come
 * @param stateSince since when
 * @param sentAt when the invitation was made
 * @param byMail whether a mail was sent; otherwise a link was passed on
 * @param openedAt when the page was first seen, or null
 * @param validUntil when its links end
 * @param diagnosis why it is stuck, or null
 */
public record InvitationGlimpse(UUID invitationId, UUID channelId, InvitationState state, Instant stateSince,
		Instant sentAt, boolean byMail, @Nullable Instant openedAt, Instant validUntil, @Nullable Diagnosis diagnosis) {

}
