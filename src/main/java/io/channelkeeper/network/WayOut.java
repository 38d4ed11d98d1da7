package io.channelkeeper.network;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The way out of something that may be behind a broken connection.
 *
 * @param cause the cause, or null where it is no network's
 * @param title what it is
 * @param steps what to do, in order
 */
public record WayOut(@Nullable Cause cause, String title, List<String> steps) {

	public WayOut {
		steps = List.copyOf(steps);
	}

}
