package io.channelkeeper.connection;

/**
 * Somebody asked for the same channel within the last day.
 */
public class AlreadyAskedException extends RuntimeException {

	private final transient ReconnectRequest request;

	AlreadyAskedException(ReconnectRequest request) {
		super("Channel " + request.channelId() + " was asked for at " + request.askedAt());
		this.request = request;
	}

	/** Who asked whom, and when. */
	public ReconnectRequest request() {
		return this.request;
	}

}
