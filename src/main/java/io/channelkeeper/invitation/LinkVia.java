package io.channelkeeper.invitation;

/**
 * How a link to an invitation travels.
 */
public enum LinkVia {

	MAIL, COPY, QR, REMINDER,

	/** Made for the way back from a network. */
	RETURN

}
