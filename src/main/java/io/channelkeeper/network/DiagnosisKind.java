package io.channelkeeper.network;

/**
 * Why a sign-in attempt did not end in a connection (B-4).
 */
public enum DiagnosisKind {

	/** Aborted or declined at the network. */
	STOPPED,

	/** Details: {@code permissions}, their message keys separated by commas. */
	PERMISSION_DECLINED,

	/** The login has no channel of this network. */
	NO_CHANNEL,
	/** The login has no page at all. */
	NO_PAGE,

	/** Details: {@code page}. */
	PAGE_NOT_PUBLISHED,

	/** Details: {@code page}. */
	NO_PROFESSIONAL_ACCOUNT,

	/** The account is a personal one. */
	PERSONAL_ACCOUNT,

	/** Details: {@code actual}, {@code expected} as shown. */
	OTHER_ACCOUNT,

	/** Details: {@code page}. */
	ROLE_TOO_SMALL,

	/** Details: {@code name} of who connected it. */
	CONNECTED_BY_SOMEONE_ELSE,

	/**
	 * Unreachable, limited or answering garbage. Details: {@code until} as ISO instant
	 * where the network said so.
	 */
	NETWORK_DOWN

}
