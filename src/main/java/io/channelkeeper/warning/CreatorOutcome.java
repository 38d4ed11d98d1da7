package io.channelkeeper.warning;

/**
 * What became of a warning to a creator.
 */
enum CreatorOutcome {

	/** A mail tells it. */
	MAILED,

	/** The channel does not end then any more, is not the creator's to renew, or away. */
	MOVED,

	/** What was interrupted came back before the mail was written. */
	RECOVERED,

	/** A mail of the last three days asks for the channel already. */
	TOO_SOON,

	/** The organization does not want such mails. */
	OFF,

	/** Nobody knows where to write to. */
	NO_ADDRESS,

	/** The address refused the last mail. */
	REFUSED,

	/** The creator said no. */
	DECLINED,

	/** The channel's network offers no way to connect any more. */
	NO_WAY

}
