package io.channelkeeper.network;

import java.util.function.Supplier;

/**
 * Marks work that nobody waits for: its calls stand back while a network wants to be left
 * alone, so that people's own clicks go first.
 */
public final class BackgroundCalls {

	private static final ScopedValue<Boolean> ON = ScopedValue.newInstance();

	private BackgroundCalls() {
	}

	/** Runs work whose calls can wait. */
	public static <T> T within(Supplier<T> work) {
		return ScopedValue.where(ON, true).call(work::get);
	}

	/** Whether the current work can wait. */
	public static boolean isOn() {
		return ON.isBound();
	}

}
