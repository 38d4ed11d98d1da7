package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Decides when mails are sent: at once after the transaction that queued them, and in
 * rounds for what had to wait or was left behind. A few counters are open at most; each
 * serves until nothing is left to do.
 */
@Component
class PostOffice {

	private static final Logger log = LoggerFactory.getLogger(PostOffice.class);

	private static final int COUNTERS = 4;

	/** So long the last mails have when the process ends. */
	private static final Duration CLOSING = Duration.ofSeconds(10);

	private final MailCounter counter;

	private final MailStore store;

	private final Clock clock;

	private final Semaphore counters = new Semaphore(COUNTERS);

	/** One counter waits for the next mail that may leave; the others close. */
	private final Semaphore waiting = new Semaphore(1);

	private final AtomicLong calls = new AtomicLong();

	private final CountDownLatch closing = new CountDownLatch(1);

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("mail-", 0).factory());

	PostOffice(MailCounter counter, MailStore store, Clock clock) {
		this.counter = counter;
		this.store = store;
		this.clock = clock;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void on(MailQueued queued) {
		call();
	}

	/** Takes up what was left behind, and sends what is due. */
	void round() {
		int revived = this.store.revive();
		if (revived > 0) {
			log.info("{} mails were left behind", revived);
		}
		this.counter.giveUp();
		for (int number = 0; number < COUNTERS; number++) {
			call();
		}
	}

	/** Whoever is at work already looks once more before closing. */
	private void call() {
		this.calls.incrementAndGet();
		hire();
	}

	private void hire() {
		if (this.closing.getCount() > 0 && this.counters.tryAcquire()) {
			this.threads.execute(this::work);
		}
	}

	private void work() {
		long heard;
		do {
			heard = this.calls.get();
			try {
				serve();
			}
			catch (RuntimeException ex) {
				log.warn("Mails wait for the next round", ex);
				break;
			}
		}
		while (heard != this.calls.get());
		this.counters.release();
		if (heard != this.calls.get()) {
			hire();
		}
	}

	private void serve() {
		while (this.closing.getCount() > 0) {
			MailTurn turn = this.counter.serve();
			Instant notBefore = turn.notBefore();
			boolean goesOn = (notBefore != null) ? waitUntil(notBefore) : turn.mail() != null;
			if (!goesOn) {
				return;
			}
		}
	}

	/** Whether it is this counter that waits; another one may wait for the next. */
	private boolean waitUntil(Instant moment) {
		if (!this.waiting.tryAcquire()) {
			return false;
		}
		try {
			Duration pause = Duration.between(this.clock.instant(), moment);
			this.closing.await(Math.max(pause.toNanos(), 0), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.waiting.release();
		}
		hire();
		return true;
	}

	@PreDestroy
	void close() throws InterruptedException {
		this.closing.countDown();
		this.threads.shutdown();
		if (!this.threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
			log.warn("Mails are still being handed over");
		}
	}

}
