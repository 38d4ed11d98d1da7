package io.channelkeeper.picture;

/**
 * What came of reading a channel's profile for its picture.
 */
public enum ReadingOutcome {

	/** There is a new picture. */
	CHANGED,

	/** The picture is as it was. */
	UNCHANGED,

	/** There was nothing to ask for, or nothing may be asked. */
	SKIPPED,

	/** Something was asked for and did not come. */
	FAILED

}
