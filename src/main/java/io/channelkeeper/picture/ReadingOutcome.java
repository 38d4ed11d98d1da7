package io.channelkeeper.picture;

/**
 * What came of reading a channel's profile for its picture.
 */
public enum ReadingOutcome {

	/** There is a new picture. */
	CHANGED,

	/** The picture is as it was. */
	UNCHANGED,

	/** The network shows no picture, or must not or cannot be asked. */
	SKIPPED,

	/** The network gave no proper answer, or the picture was not to be had. */
	FAILED

}
