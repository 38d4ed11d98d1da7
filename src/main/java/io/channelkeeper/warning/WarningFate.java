package io.channelkeeper.warning;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.mail.MailState;

/**
 * How far a warning has come, or why it went no further (B-8).
 */
public enum WarningFate {

	/** Its network is in trouble: nobody is written to before that is over (B-7). */
	HELD,

	/** It waits for what else happens within minutes, so that all of it is one mail. */
	GATHERED,

	/** Its mail is written any moment. */
	DUE,

	/** Its mail is handed to the mail server any moment. */
	WRITTEN,

	/** The mail server has not taken its mail yet; it is tried again. */
	DELAYED,

	/** The mail server took its mail. */
	SENT,

	/** The mail server did not take its mail, for good. */
	REFUSED,

	/** There was nothing to tell any more. */
	RECOVERED,

	/** The member left. */
	LEFT,

	/** The channel does not end then any more. */
	MOVED,

	/** The member chose not to be told. */
	UNSUBSCRIBED;

	/** What became of it once it was settled. */
	static WarningFate settled(WarningOutcome outcome, @Nullable MailState mail, boolean tried) {
		return switch (outcome) {
			case MAILED -> (mail != null) ? mailed(mail, tried) : SENT;
			case RECOVERED -> RECOVERED;
			case LEFT -> LEFT;
			case MOVED -> MOVED;
			case UNSUBSCRIBED -> UNSUBSCRIBED;
		};
	}

	private static WarningFate mailed(MailState mail, boolean tried) {
		return switch (mail) {
			case QUEUED, SENDING -> tried ? DELAYED : WRITTEN;
			case SENT -> SENT;
			case REFUSED -> REFUSED;
		};
	}

}
