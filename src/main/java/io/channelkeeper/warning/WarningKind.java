package io.channelkeeper.warning;

/**
 * What members are told by mail.
 */
enum WarningKind {

	/** A channel delivers nothing any more. */
	INTERRUPTED

}
