package io.channelkeeper.warning;

/**
 * Which moments are the same end, as a condition for statements. Networks that say in how
 * many seconds access ends say so again at each renewal: what differs by less than an
 * hour is the same.
 */
final class SameEnd {

	private SameEnd() {
	}

	/**
	 * The condition that two moments are the same end.
	 * @param moment an expression, by which an index may find it
	 * @param other the same
	 */
	static String of(String moment, String other) {
		return "%1$s > %2$s - interval '1 hour' and %1$s < %2$s + interval '1 hour'".formatted(moment, other);
	}

}
