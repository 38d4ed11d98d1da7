package io.channelkeeper.connection;

import java.util.UUID;

/**
 * An offered channel is connected by now, through a sign-in that can do more.
 */
public class OfferOvertakenException extends RuntimeException {

	private final UUID creatorId;

	private final String handle;

	OfferOvertakenException(UUID creatorId, String handle) {
		super("Channel of creator " + creatorId);
		this.creatorId = creatorId;
		this.handle = handle;
	}

	public UUID creatorId() {
		return this.creatorId;
	}

	/** As people write it. */
	public String handle() {
		return this.handle;
	}

}
