package io.channelkeeper.warning;

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
	UNSUBSCRIBED,

	/** Another mail told it. */
	TOLD,

	/** A mail of the last days asks the creator for it already. */
	TOO_SOON,

	/** The organization does not want creators to be written to by itself. */
	OFF,

	/** Nobody knows the creator's address. */
	NO_ADDRESS,

	/** The creator's address refused the last mail. */
	ADDRESS_REFUSED,

	/** The creator does not want to renew. */
	DECLINED,

	/** Its network offers no way to connect any more. */
	NO_WAY;

	/** What became of it without a mail. */
	static WarningFate settled(WarningOutcome outcome) {
		return switch (outcome) {
			case MAILED -> SENT;
			case RECOVERED -> RECOVERED;
			case LEFT -> LEFT;
			case MOVED -> MOVED;
			case UNSUBSCRIBED -> UNSUBSCRIBED;
			case TOLD -> TOLD;
		};
	}

	/** The same of what a creator would have been told. */
	static WarningFate settled(CreatorOutcome outcome) {
		return switch (outcome) {
			case MAILED -> SENT;
			case MOVED -> MOVED;
			case RECOVERED -> RECOVERED;
			case TOO_SOON -> TOO_SOON;
			case OFF -> OFF;
			case NO_ADDRESS -> NO_ADDRESS;
			case REFUSED -> ADDRESS_REFUSED;
			case DECLINED -> DECLINED;
			case NO_WAY -> NO_WAY;
		};
	}

	/**
	 * What becomes of its mail.
	 * @param tried whether the mail server said anything about it
	 */
	static WarningFate mailed(MailState mail, boolean tried) {
		return switch (mail) {
			case QUEUED, SENDING -> tried ? DELAYED : WRITTEN;
			case SENT -> SENT;
			case REFUSED -> REFUSED;
		};
	}

}
