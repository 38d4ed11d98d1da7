package io.channelkeeper.connection;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Ineligibility;

/**
 * What came of reading a channel's profile anew.
 */
public sealed interface ProfileReading {

	/**
	 * The network showed the profile, and what it told is kept.
	 *
	 * @param picture where the picture can be fetched at once (N-11), or null where the
	 * network shows none
	 */
	record Shown(@Nullable URI picture) implements ProfileReading {
	}

	/**
	 * The profile is not for reading, which is all that is kept of it (P-5, P-6). It is
	 * not asked for again until somebody does something about it.
	 *
	 * @param reason why
	 */
	record Closed(Ineligibility.Reason reason) implements ProfileReading {
	}

	/**
	 * There is no way to ask now; no network was.
	 *
	 * @param why why
	 */
	record NoWay(Why why) implements ProfileReading {
	}

	/**
	 * Not now.
	 *
	 * @param until until when to wait, or null where the network does not say
	 */
	record Later(@Nullable Instant until) implements ProfileReading {
	}

	/**
	 * This channel was asked for a moment ago, by whoever it was. It says nothing about
	 * its network.
	 *
	 * @param pause how long to wait
	 */
	record JustAsked(Duration pause) implements ProfileReading {
	}

	/** No proper answer. Nothing is known, and it may pass. */
	record Unanswered() implements ProfileReading {
	}

	/** Why there is no way to ask. */
	enum Why {

		/**
		 * Nobody connected it, and the network's public look-up needs a connected channel
		 * or a setting of the installation.
		 */
		NOT_CONNECTED,

		/** Its connection is interrupted, and there is no public look-up to go by. */
		INTERRUPTED,

		/** Nobody connected it, and the network shows channels like it to no stranger. */
		NO_LOOK_UP,

		/** It was put away. */
		ARCHIVED

	}

}
