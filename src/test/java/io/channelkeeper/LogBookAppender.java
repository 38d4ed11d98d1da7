package io.channelkeeper;

import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.core.FileAppender;

/**
 * Writes the log book anew once per run of the tests. Each application that starts sets
 * logging up again, and must not wipe out what was there before.
 *
 * @param <E> what is logged
 */
public class LogBookAppender<E> extends FileAppender<E> {

	private static final AtomicBoolean BEGUN = new AtomicBoolean();

	@Override
	public void start() {
		setAppend(BEGUN.getAndSet(true));
		super.start();
	}

}
