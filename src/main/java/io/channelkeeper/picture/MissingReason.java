package io.channelkeeper.picture;

/**
 * Why the last attempt brought no picture (B-14).
 */
public enum MissingReason {

	/** The network shows none for this channel. */
	NO_PICTURE,

	/** No answer in time, or one that says "later". */
	UNREACHABLE,

	/** The address has run out. */
	GONE,

	/** The address, or where it led, is none that pictures may come from. */
	NOT_ALLOWED,

	/** Too many bytes or too many pixels. */
	TOO_LARGE,

	/** What came is not a picture that can be shown. */
	NOT_AN_IMAGE;

	/** Whether another attempt at the same address may bring it. */
	boolean mayPass() {
		return this == UNREACHABLE;
	}

}
