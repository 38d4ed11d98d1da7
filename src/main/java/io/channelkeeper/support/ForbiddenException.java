package io.channelkeeper.support;

/**
 * The person may not do this: answered with 403.
 */
public class ForbiddenException extends RuntimeException {

	/**
	 * Creates the fact.
	 * @param action the word for what was tried
	 * @param who the id of the member who tried
	 */
	public ForbiddenException(String action, Object who) {
		super(who + " may not " + action);
	}

}
