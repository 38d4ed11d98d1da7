package io.channelkeeper.network;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a network's refusal can mean, in one vocabulary. Only
 * {@link TokenRejected}, {@link TokenExpired}, {@link ChannelLost} and
 * {@link PermissionMissing} change a state; the rest is waited out (N-5).
 */
public sealed interface NetworkFault {

	/** Whether the same question may be answered later without anybody doing anything. */
	default boolean isTemporary() {
		return this instanceof RateLimited || this instanceof Unavailable || this instanceof Unexpected;
	}

	/** Whether the login's token does not open anything any more. */
	default boolean isEndOfAccess() {
		return this instanceof TokenRejected || this instanceof TokenExpired;
	}

	/**
	 * The login's token is not accepted any more.
	 *
	 * @param cause why, as far as the network tells
	 */
	record TokenRejected(Cause cause) implements NetworkFault {
	}

	/** The login's token has come to its end: its deadline is now. */
	record TokenExpired() implements NetworkFault {
	}

	/**
	 * One channel cannot be reached any more; the login's others can.
	 *
	 * @param cause why
	 */
	record ChannelLost(Cause cause) implements NetworkFault {
	}

	/**
	 * A permission is missing.
	 *
	 * @param permission the provider's word for it, or null where it does not say which
	 */
	record PermissionMissing(@Nullable String permission) implements NetworkFault {
	}

	/**
	 * Asked too often.
	 *
	 * @param until when to ask again, or null where the network does not say
	 */
	record RateLimited(@Nullable Instant until) implements NetworkFault {
	}

	/** No answer, or the network says that it cannot just now. */
	record Unavailable() implements NetworkFault {
	}

	/** An answer that makes no sense. */
	record Unexpected() implements NetworkFault {
	}

}
