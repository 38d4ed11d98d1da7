package io.channelkeeper.picture;

import io.channelkeeper.channel.Ineligibility;

/**
 * Why a channel's network cannot be asked for its picture at all, as the last reading
 * found (P-2, P-5, P-6).
 */
public enum ReadingGap {

	/** Its network wants a login for it, and there is none. */
	NOT_CONNECTED,

	/** Its connection is expired, invalid or cannot be read. */
	INTERRUPTED,

	/** Its network shows nothing to strangers. */
	NO_LOOK_UP,

	/** The profile is private. */
	PRIVATE,

	/** The account is a personal one. */
	PERSONAL,

	/** The network shows nothing under that handle. */
	NOT_SHOWN;

	/** Whether it is not asked for by itself any more (P-5, P-6). */
	public boolean isClosed() {
		return this == PRIVATE || this == PERSONAL || this == NOT_SHOWN;
	}

	static ReadingGap of(Ineligibility.Reason reason) {
		return switch (reason) {
			case PRIVATE -> PRIVATE;
			case PERSONAL -> PERSONAL;
			case NOT_SHOWN -> NOT_SHOWN;
		};
	}

}
