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
 * @param mailRefused whether the last mail came back
 * @param provider through whom the creator is to sign in
 * @param diagnosis why it is stuck, or null
 */
public record InvitedGlimpse(UUID invitationId, String state, Instant since, Instant sentAt, boolean byMail,
		boolean mailRefused, String provider, @Nullable Diagnosis diagnosis) {

	/** Still waiting for the creator. */
	public boolean isWaiting() {
		return this.state.equals("SENT") || this.state.equals("OPENED") || this.state.equals("STARTED");
	}

	/** Waiting in vain: the mail did not arrive, and the page was not seen otherwise. */
	public boolean isUndelivered() {
		return this.mailRefused && this.state.equals("SENT");
	}

	/** The creator tried and something was missing. */
	public boolean isStuck() {
		return this.state.equals("OPENED") && this.diagnosis != null;
	}

}
