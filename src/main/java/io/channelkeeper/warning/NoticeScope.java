package io.channelkeeper.warning;

/**
 * Of whom a member wants to hear.
 */
public enum NoticeScope {

	/** Of all creators: what holds for who never chose. */
	ALL,

	/** Of creators whom the member looks after (B-21). */
	MINE,

	/** Of nobody. */
	NONE

}
