package io.channelkeeper.invitation;

/**
 * A link leads nowhere (any more). Unknown and cancelled ones cannot be told apart.
 */
public class DeadLinkException extends RuntimeException {

	private final Reason reason;

	public DeadLinkException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What is told: {@code invitation.dead.<reason>}. */
	public enum Reason {

		EXPIRED, USED, INVALID

	}

}
