package io.channelkeeper.mail;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Decides when mails are sent: at once after the transaction that queued them, and in
 * rounds for what had to wait or was left behind.
 */
@Component
class PostOffice {

	private static final Logger log = LoggerFactory.getLogger(PostOffice.class);

	private static final int AT_A_TIME = 4;

	private static final int ROUND = 500;

	private final Postman postman;

	private final MailStore store;

	private final Semaphore counters = new Semaphore(AT_A_TIME);

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("mail-", 0).factory());

	PostOffice(Postman postman, MailStore store) {
		this.postman = postman;
		this.store = store;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void on(MailQueued queued) {
		this.threads.execute(() -> sendNow(queued.mailId()));
	}

	private void sendNow(UUID mail) {
		this.counters.acquireUninterruptibly();
		try {
			this.postman.send(mail);
		}
		catch (RuntimeException ex) {
			log.warn("Mail {} waits for the next round", mail, ex);
		}
		finally {
			this.counters.release();
		}
	}

	/** Sends what is due, at most one page, and stops when the server takes no mail. */
	void round() {
		int revived = this.store.revive();
		Map<MailDelivery, Integer> count = new EnumMap<>(MailDelivery.class);
		for (int number = 0; number < ROUND && !count.containsKey(MailDelivery.UNREACHABLE); number++) {
			Optional<MailDelivery> delivery = this.postman.send(null);
			if (delivery.isEmpty()) {
				break;
			}
			count.merge(delivery.get(), 1, Integer::sum);
		}
		if (revived > 0 || !count.isEmpty()) {
			log.info("Mails {}, left behind {}", count, revived);
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdown();
	}

}
