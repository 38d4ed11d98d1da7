package io.channelkeeper.organization;

/**
 * What somebody may be allowed to do (design: words, the matrix of roles).
 */
public enum Action {

	/** See everything; add, edit, archive creators and channels; tags; pictures. */
	KEEP_PORTFOLIO,

	/** Invite, remind, cancel, ask, accept another channel. */
	INVITE,

	/**
	 * Connect, reconnect, disconnect whatever the creator; for a marketer see
	 * {@link Viewer#mayConnect}.
	 */
	CONNECT,

	/** Kind of a channel, fetch all pictures, take over a login. */
	MANAGE_CONNECTIONS,

	/** Members, rules, networks, background work, audit. */
	ADMINISTER

}
