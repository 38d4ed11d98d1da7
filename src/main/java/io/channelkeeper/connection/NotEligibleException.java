package io.channelkeeper.connection;

import java.util.UUID;

/**
 * The channel is known to be private or personal, so there is nothing to connect (P-8).
 */
public class NotEligibleException extends RuntimeException {

	private final UUID channelId;

	NotEligibleException(UUID channelId) {
		super("Channel " + channelId + " is private or personal");
		this.channelId = channelId;
	}

	public UUID channelId() {
		return this.channelId;
	}

}
