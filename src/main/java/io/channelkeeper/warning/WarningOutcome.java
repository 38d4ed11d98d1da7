package io.channelkeeper.warning;

/**
 * What became of a warning.
 */
enum WarningOutcome {

	/** A mail tells it. */
	MAILED,

	/** The channel was connected again, or put away, before the mail was written. */
	RECOVERED,

	/**
	 * The member left before the mail was written; of an interruption others are told
	 * instead.
	 */
	LEFT,

	/** It is not so any more: the end moved, the channel broke again or was put away. */
	MOVED,

	/** The member chose not to be told. */
	UNSUBSCRIBED,

	/** Another mail told it. */
	TOLD

}
