package io.channelkeeper.warning;

/**
 * A link for unsubscribing that leads nowhere.
 */
public class UnsubscribeLinkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean gone;

	UnsubscribeLinkException(boolean gone) {
		super(gone ? "The member has left" : "No such link");
		this.gone = gone;
	}

	/** Whether it led somewhere once: its member has left. */
	public boolean isGone() {
		return this.gone;
	}

}
