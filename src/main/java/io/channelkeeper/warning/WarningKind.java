package io.channelkeeper.warning;

/**
 * What members are told by mail.
 */
enum WarningKind {

	/** Somebody has to act by a deadline. */
	EXPIRING,

	/** A channel delivers nothing any more. */
	INTERRUPTED

}
