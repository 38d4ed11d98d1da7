package io.channelkeeper.network;

/**
 * What a network may or may not tell of a profile.
 */
public enum ProfileFact {

	ACCOUNT_TYPE, PRIVACY, FOLLOWERS, PICTURE

}
