package io.channelkeeper.network;

/**
 * Why a connection is invalid, in one vocabulary for all networks.
 */
public enum Cause {

	ACCESS_REVOKED, PASSWORD_CHANGED, ROLE_LOST, SECURITY_CHECK, ACCOUNT_LOCKED, ACCOUNT_SUSPENDED, ACCOUNT_RESTRICTED,
	ACCOUNT_DELETED, PERMISSION_MISSING, PAGE_UNLINKED, PAGE_NOT_PUBLIC, NOT_PROFESSIONAL, TOKEN_REJECTED;

	/**
	 * Whether something has to happen at the network before a new sign-in helps (M-22 to
	 * M-25).
	 */
	public boolean needsAStepBefore() {
		return switch (this) {
			case ACCESS_REVOKED, PASSWORD_CHANGED, PERMISSION_MISSING, TOKEN_REJECTED -> false;
			case ROLE_LOST, SECURITY_CHECK, ACCOUNT_LOCKED, ACCOUNT_SUSPENDED, ACCOUNT_RESTRICTED, ACCOUNT_DELETED,
					PAGE_UNLINKED, PAGE_NOT_PUBLIC, NOT_PROFESSIONAL ->
				true;
		};
	}

}
