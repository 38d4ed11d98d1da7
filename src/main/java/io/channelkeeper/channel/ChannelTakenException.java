package io.channelkeeper.channel;

import java.util.UUID;

/**
 * The organization has this channel already.
 */
public class ChannelTakenException extends RuntimeException {

	private final UUID creatorId;

	private final UUID channelId;

	private final String handle;

	/**
	 * Creates the fact.
	 * @param creatorId whose channel it is already
	 * @param channelId the channel that was there first
	 * @param handle the handle as people write it
	 */
	public ChannelTakenException(UUID creatorId, UUID channelId, String handle) {
		super("Channel " + channelId + " of creator " + creatorId + " was there first");
		this.creatorId = creatorId;
		this.channelId = channelId;
		this.handle = handle;
	}

	public UUID creatorId() {
		return this.creatorId;
	}

	public UUID channelId() {
		return this.channelId;
	}

	public String handle() {
		return this.handle;
	}

}
