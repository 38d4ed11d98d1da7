package io.channelkeeper.invitation;

/**
 * An invitation cannot be made or sent like this.
 */
public class InvitationRefusedException extends RuntimeException {

	private final Reason reason;

	public InvitationRefusedException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What is in the way; {@code invitation.refused.<reason>} says it. */
	public enum Reason {

		/** The creator has no e-mail address: only links can be passed on. */
		NO_ADDRESS,

		/** Every channel of it is connected, or there is none. */
		NOTHING_TO_CONNECT,

		/** No sign-in is set up for one of the networks. */
		NO_WAY,

		/** It has ended; only a new link wakes it. */
		OVER

	}

}
