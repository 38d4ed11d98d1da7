package io.channelkeeper.calendar;

import java.time.Instant;

/**
 * How often a calendar changed.
 *
 * @param number counts the changes
 * @param at when it changed last
 */
record Revision(int number, Instant at) {

	/** What a calendar is compared by, whatever its revision. */
	static final Revision NONE = new Revision(0, Instant.EPOCH);

}
