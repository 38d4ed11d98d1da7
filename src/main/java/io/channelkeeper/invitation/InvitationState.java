package io.channelkeeper.invitation;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a channel of an invitation has come. It knows its legal moves.
 */
public enum InvitationState {

	/** A link is on its way or ready to be passed on. */
	SENT,

	/** The page was shown to a person; also after an attempt that failed. */
	OPENED,

	/** The creator is at the network. */
	STARTED,

	/** The channel is connected (I-10). */
	CONFIRMED,

	/** The creator said no. */
	DECLINED,

	/** The time ran out. */
	EXPIRED,

	/** A member withdrew it. */
	REVOKED;

	/** Still waiting for the creator. */
	public boolean isWaiting() {
		return this == SENT || this == OPENED || this == STARTED;
	}

	/**
	 * Whether this may be followed by another state. A connection made is always
	 * confirmed, whatever was written meanwhile; a new link wakes what had ended.
	 */
	public boolean mayBecome(InvitationState next) {
		return next == CONFIRMED || followers().contains(next);
	}

	private Set<InvitationState> followers() {
		return switch (this) {
			case SENT, OPENED, STARTED -> EnumSet.of(OPENED, STARTED, DECLINED, EXPIRED, REVOKED, SENT);
			case DECLINED, EXPIRED, REVOKED -> EnumSet.of(SENT);
			case CONFIRMED -> EnumSet.noneOf(InvitationState.class);
		};
	}

}
