package io.channelkeeper.warning;

/**
 * How members hear of something.
 */
public enum NoticeWay {

	/** By e-mail. */
	MAIL,

	/** Inside the application. */
	PRODUCT

}
