package io.channelkeeper.network;

/**
 * Where the consent deadline is known from (N-2).
 */
public enum DeadlineSource {

	/** The network said so. */
	REPORTED,

	/** It follows from the network's rules. */
	DERIVED,

	/** There is none. */
	NONE

}
