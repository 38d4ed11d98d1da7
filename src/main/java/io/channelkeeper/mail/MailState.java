package io.channelkeeper.mail;

/**
 * How far a mail is.
 */
public enum MailState {

	/** Waits for its turn, or for the next attempt. */
	QUEUED,

	/** Is being handed over right now. */
	SENDING,

	/** The mail server took it. */
	SENT,

	/** The mail server will not take it, or could not be reached for days. */
	REFUSED

}
