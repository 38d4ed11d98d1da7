package io.channelkeeper.connection;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does what must not be left undone as long as the process lives, however long the
 * database is away.
 */
final class Insistence {

	private static final Logger log = LoggerFactory.getLogger(Insistence.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private Insistence() {
	}

	/**
	 * Returns once it is done.
	 * @throws InterruptedException if the process is to end before
	 */
	static void until(Runnable deed) throws InterruptedException {
		Duration pause = FIRST_PAUSE;
		while (true) {
			try {
				deed.run();
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("The database takes nothing ({}), trying again", ex.getClass().getSimpleName());
			}
			Thread.sleep(pause);
			Duration longer = pause.multipliedBy(2);
			pause = (longer.compareTo(LONGEST_PAUSE) < 0) ? longer : LONGEST_PAUSE;
		}
	}

}
