package io.channelkeeper.support;

import java.util.UUID;

/**
 * The person may not do this: answered with 403.
 */
public class ForbiddenException extends RuntimeException {

	private final String action;

	private final UUID who;

	/**
	 * Creates the fact.
	 * @param action the word for what was tried
	 * @param who the id of the member who tried
	 */
	public ForbiddenException(String action, UUID who) {
		super(who + " may not " + action);
		this.action = action;
		this.who = who;
	}

	/** The word for what was tried. */
	public String action() {
		return this.action;
	}

	/** The id of who tried: a member, or the person where no organization is involved. */
	public UUID who() {
		return this.who;
	}

}
