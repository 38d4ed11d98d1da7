package io.channelkeeper.network;

/**
 * A request at a webhook is not what it should be; it changes nothing.
 */
public class PushRefusedException extends RuntimeException {

	private final Reason reason;

	public PushRefusedException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * What is wrong with a request.
	 */
	public enum Reason {

		/** It does not have the shape that the provider describes. */
		UNREADABLE,

		/** It was not signed with the secret that both sides know. */
		WRONG_SIGNATURE,

		/** It was signed properly, but by or for somebody else. */
		NOT_FOR_US,

		/** It is so old that somebody may have kept it to send it again. */
		TOO_OLD,

		/** It comes from the future: a clock is wrong, theirs or ours. */
		TOO_NEW

	}

}
