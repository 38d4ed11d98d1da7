package io.channelkeeper.organization;

/**
 * That person is a member already.
 */
public class AlreadyMemberException extends RuntimeException {

	AlreadyMemberException(String email) {
		super("Already a member: " + email);
	}

}
