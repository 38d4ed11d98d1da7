package io.channelkeeper.network;

/**
 * What a provider says of the operator's client id and secret.
 */
public enum CredentialsState {

	ACCEPTED, REFUSED,
	/** It cannot be asked, or did not answer so that one could tell. */
	UNKNOWN

}
