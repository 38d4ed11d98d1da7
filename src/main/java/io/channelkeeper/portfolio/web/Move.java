package io.channelkeeper.portfolio.web;

/**
 * Something that the viewer can do with a channel.
 *
 * @param way what it is
 * @param label what it is called
 * @param address where it leads, or where it is sent to
 */
record Move(Way way, String label, String address) {

	/** Whether it is sent, not opened. */
	public boolean isSent() {
		return switch (this.way) {
			case REMIND, ASK_COLLEAGUE, ASK_CREATOR, COPY_MESSAGE, SHOW_QR -> true;
			default -> false;
		};
	}

	/** Whether it is shown and cannot be done yet. */
	public boolean isOff() {
		return this.way == Way.CONNECT_OFF;
	}

	/** Whether something ends by it. */
	public boolean isBad() {
		return this.way == Way.DISCONNECT;
	}

	/** The icon beside it in a menu. */
	public String icon() {
		return icon(this.way);
	}

	/** The icon beside any move of that kind. */
	static String icon(Way way) {
		return switch (way) {
			case INVITE, LET_CREATOR -> "send";
			case REMIND, ASK_CREATOR, ASK_COLLEAGUE -> "mail";
			case COPY_MESSAGE -> "copy";
			case SHOW_QR -> "qrcode";
			case READDRESS -> "pencil";
			case CONNECT, CONNECT_OFF -> "plug";
			case RECONNECT -> "refresh";
			case CONNECT_AS_OTHER -> "users";
			case RESTORE -> "help";
			case DISCONNECT -> "plug-off";
		};
	}

	/** What can be done with channels. */
	enum Way {

		/** Ask the creator to connect for the first time. */
		INVITE,

		/** Ask once more. */
		REMIND,

		/** Correct the address that a mail did not reach. */
		READDRESS,

		/** Ask the creator to sign in again. */
		ASK_CREATOR,

		/** The same by a message that somebody passes on. */
		COPY_MESSAGE,

		/** The same by a code that the creator scans. */
		SHOW_QR,

		/** Invite the creator to carry what a member connected. */
		LET_CREATOR,

		/** Ask a colleague who may sign in again (B-17). */
		ASK_COLLEAGUE,

		/** Sign in oneself. */
		CONNECT,

		/** The same, while the channel cannot be connected (P-8). */
		CONNECT_OFF,

		/** Sign in oneself again. */
		RECONNECT,

		/** Let another login carry the channel (M-20). */
		CONNECT_AS_OTHER,

		/** Read what has to be restored, because its key is missing. */
		RESTORE,

		/** End the connection. */
		DISCONNECT

	}

}
