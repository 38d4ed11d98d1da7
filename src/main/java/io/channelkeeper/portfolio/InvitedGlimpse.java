package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;

/**
 * How far the latest invitation of a channel has come.
 *
 * @param invitationId the invitation
 * @param state {@code SENT}, {@code OPENED}, {@code STARTED}, {@code CONFIRMED},
 * {@code DECLINED}, {@code EXPIRED} or {@code REVOKED}
 * @param since since when
 * @param sentAt when it was made
 * @param byMail whether a mail was sent; otherwise a link was passed on
 * @param diagnosis why it is stuck, or null
 */
public record InvitedGlimpse(UUID invitationId, String state, Instant since, Instant sentAt, boolean byMail,
		@Nullable Diagnosis diagnosis) {

	/** Still waiting for the creator. */
	public boolean isWaiting() {
		return this.state.equals("SENT") || this.state.equals("OPENED") || this.state.equals("STARTED");
	}

	/** The creator tried and something was missing. */
	public boolean isStuck() {
		return this.state.equals("OPENED") && this.diagnosis != null;
	}

}
