package io.channelkeeper.organization;

/**
 * A link that leads nowhere (any more).
 */
public class DeadLinkException extends RuntimeException {

	private final Reason reason;

	DeadLinkException(Reason reason) {
		super("A link is " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why it is dead.
	 */
	public enum Reason {

		/** There never was such a link. */
		UNKNOWN,

		/** Too late. */
		EXPIRED,

		/** Used already, or withdrawn. */
		USED

	}

}
