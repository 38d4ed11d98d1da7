package io.channelkeeper.portfolio;

import java.util.Locale;

/**
 * Whose move it is about an interrupted channel (H-25), in the order of the page.
 */
public enum ReconnectPart {

	/** A member's sign-in carries it, so a member connects it again. */
	NOW,

	/** Its creator's sign-in carries it, so the creator renews it. */
	CREATORS,

	/** Somebody was asked lately. */
	WAITING;

	/** The word that stands in addresses and message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
