package io.channelkeeper.organization;

import java.util.UUID;

/**
 * The last admin of an organization has to stay one.
 */
public class LastAdminException extends RuntimeException {

	private final UUID memberId;

	LastAdminException(UUID memberId) {
		super("The last admin: " + memberId);
		this.memberId = memberId;
	}

	public UUID memberId() {
		return this.memberId;
	}

}
