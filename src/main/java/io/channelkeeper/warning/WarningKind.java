package io.channelkeeper.warning;

/**
 * What members are told by mail.
 */
public enum WarningKind {

	/** Somebody has to act by a deadline. */
	EXPIRING,

	/** A channel delivers nothing any more. */
	INTERRUPTED,

	/** What they were told is interrupted works again. */
	RESTORED

}
