package io.channelkeeper.organization;

/**
 * What a member is in an organization, from most to least.
 */
public enum Role {

	/** Runs the organization. */
	ADMIN,

	/** May also connect, reconnect and disconnect. */
	MANAGER,

	/** Works in the portfolio. */
	MARKETER

}
