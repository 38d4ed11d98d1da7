package io.channelkeeper.picture;

/**
 * Why the last attempt brought no picture (B-14).
 */
public enum MissingReason {

	/** The network shows none for this channel. */
	NO_PICTURE,

	/** No connection, no answer in time, or status 429 or 5xx. */
	UNREACHABLE,

	/** Any other status than 200: the URL has expired. */
	GONE,

	/** The URL, or where it redirects to, is none that pictures may come from. */
	NOT_ALLOWED,

	/** Too many bytes or pixels, or too much memory to decode. */
	TOO_LARGE,

	/** What came is not a picture that can be shown. */
	NOT_AN_IMAGE,

	/** Something of our own went wrong; the network is not to blame. */
	FAILED_HERE;

	/** Whether another attempt at the same URL may bring it. */
	boolean mayPass() {
		return this == UNREACHABLE;
	}

}
