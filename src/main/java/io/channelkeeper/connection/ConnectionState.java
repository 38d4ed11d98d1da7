package io.channelkeeper.connection;

/**
 * How a channel stands, derived by the database function {@code connection_state} from
 * channel, login and moment; the first that applies.
 */
public enum ConnectionState {

	UNREADABLE, INVALID, EXPIRED, EXPIRING, CONNECTED, NOT_ELIGIBLE, DISCONNECTED, INVITED, NOT_CONNECTED;

	/** Only these raise banner, marks and mails. */
	public boolean isInterrupted() {
		return this == EXPIRED || this == INVALID || this == UNREADABLE;
	}

	/** Whether the deadline of what carries the channel tells anything, or told. */
	public boolean hasDeadline() {
		return hasLogin() && this != INVALID;
	}

	/** Whether a login carries the channel, in whatever condition. */
	public boolean hasLogin() {
		return isInterrupted() || this == EXPIRING || this == CONNECTED;
	}

}
