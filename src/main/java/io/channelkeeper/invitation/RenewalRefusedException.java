package io.channelkeeper.invitation;

import java.util.UUID;

/**
 * A creator is not asked to renew anything.
 */
public class RenewalRefusedException extends RuntimeException {

	private final UUID creatorId;

	private final Reason reason;

	RenewalRefusedException(UUID creatorId, Reason reason) {
		super(reason + " of creator " + creatorId);
		this.creatorId = creatorId;
		this.reason = reason;
	}

	public UUID creatorId() {
		return this.creatorId;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why not; {@code invitation.renew.refused.<reason>} says it. */
	public enum Reason {

		/** Nothing of what the creator connected has ended or ends soon. */
		NOTHING_DUE,

		/** There is no e-mail address: only links can be passed on. */
		NO_ADDRESS,

		/** Somebody sent the mail within the last hour. */
		JUST_SENT

	}

}
