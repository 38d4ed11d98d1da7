package io.channelkeeper.connection;

import java.util.UUID;

/**
 * A channel has no connection that somebody could be asked to renew.
 */
public class NotConnectedException extends RuntimeException {

	private final UUID channelId;

	NotConnectedException(UUID channelId) {
		super("Channel " + channelId + " is not connected");
		this.channelId = channelId;
	}

	/** The channel that it was about. */
	public UUID channelId() {
		return this.channelId;
	}

}
