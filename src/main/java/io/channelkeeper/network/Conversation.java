package io.channelkeeper.network;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Many questions for which somebody waits. Each has a time limit of its own, and this is
 * the one over all of them: however many lists, pages and links a network makes up, it is
 * asked no more afterwards. Measured in real time, as the single answers are.
 */
public final class Conversation {

	private static final ScopedValue<Long> END = ScopedValue.newInstance();

	private Conversation() {
	}

	/**
	 * Runs work that asks networks.
	 * @param life after which a further question is refused as {@code Unavailable}
	 */
	public static <T> T within(Duration life, Supplier<T> work) {
		return ScopedValue.where(END, System.nanoTime() + life.toNanos()).call(work::get);
	}

	/** Whether it has lasted long enough. */
	static boolean isOver() {
		return END.isBound() && System.nanoTime() - END.get() >= 0;
	}

}
