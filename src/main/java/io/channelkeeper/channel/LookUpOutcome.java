package io.channelkeeper.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking a network for a channel's public profile.
 *
 * @param kind what
 * @param at when
 * @param until until when the network wants to be left alone, or null
 */
public record LookUpOutcome(Kind kind, Instant at, @Nullable Instant until) {

	/** What came of it. */
	public enum Kind {

		/** The network told of the profile, which may still be private. */
		FOUND,

		/** No such handle, private or personal: networks do not tell apart. */
		NOT_SHOWN,

		/** No proper answer; nothing is known. */
		UNAVAILABLE

	}

}
