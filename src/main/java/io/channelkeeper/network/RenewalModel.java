package io.channelkeeper.network;

/**
 * How a provider's tokens are kept alive without a person (N-3, N-4).
 */
public enum RenewalModel {

	/** They cannot be: a person has to sign in again before the deadline. */
	NONE,
	/** A token that still works is exchanged for a longer one, well before its end. */
	EXTENDS,
	/** A refresh token gives new access tokens, again and again. */
	REFRESHES,
	/** The same, but each refresh token works once and the answer brings the next. */
	ROTATES

}
