package io.channelkeeper.invitation;

import java.util.Locale;

/**
 * A mail to a creator that carries no link.
 */
public enum LinklessMail {

	/** The checklist alone, beforehand (I-13). */
	PREPARATION,

	/** How to switch to a public professional account (P-9). */
	INSTRUCTIONS;

	String template() {
		return name().toLowerCase(Locale.ROOT);
	}

}
