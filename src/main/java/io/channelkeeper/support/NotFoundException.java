package io.channelkeeper.support;

/**
 * There is no such thing, or it belongs to another organization: answered with 404.
 */
public class NotFoundException extends RuntimeException {

	/**
	 * Creates the fact.
	 * @param what the domain's word for the missing thing, such as {@code creator}
	 * @param id what was asked for; never a secret
	 */
	public NotFoundException(String what, Object id) {
		super("No " + what + " " + id);
	}

}
