package io.channelkeeper.network;

/**
 * What a channel is to the organization; each kind has its own rule for warnings (M-3).
 */
public enum ChannelKind {

	/** Belongs to the creator. */
	OWNED,
	/** A public profile that is watched through somebody else's sign-in. */
	MONITORED,
	/** Carries advertising. */
	PAID

}
