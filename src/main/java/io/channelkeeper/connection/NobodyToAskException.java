package io.channelkeeper.connection;

import java.util.UUID;

/**
 * Nobody but the member who asks could connect a channel again.
 */
public class NobodyToAskException extends RuntimeException {

	private final UUID channelId;

	NobodyToAskException(UUID channelId) {
		super("Nobody to ask for channel " + channelId);
		this.channelId = channelId;
	}

	/** The channel that it was about. */
	public UUID channelId() {
		return this.channelId;
	}

}
