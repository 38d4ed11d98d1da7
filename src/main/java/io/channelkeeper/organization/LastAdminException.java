package io.channelkeeper.organization;

import java.util.UUID;

/**
 * The last admin of an organization has to stay one.
 */
public class LastAdminException extends RuntimeException {

	LastAdminException(UUID memberId) {
		super("The last admin: " + memberId);
	}

}
