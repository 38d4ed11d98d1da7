package io.channelkeeper.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.ProcessWatch;

/**
 * Keeps pictures current (P-11): reads the profiles that are due, each network on its
 * own, a bounded number at once. A network that wants to be left alone holds up none of
 * the others. All replicas take part.
 */
@Service
public class PictureCycle {

	private static final Logger log = LoggerFactory.getLogger(PictureCycle.class);

	/** So few that slow ones, too, are read before the lease ends. */
	private static final int PAGE = 50;

	/**
	 * How long a round waits for a network that is closed; longer is left to the next.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofDays(2);

	private final Map<NetworkId, Semaphore> slots = new ConcurrentHashMap<>();

	private final Map<NetworkId, Instant> closed = new ConcurrentHashMap<>();

	private final ReadingRows rows;

	private final ReadingPlan plan;

	private final ReadingDesk desk;

	private final PictureCalendar calendar;

	private final PictureProperties properties;

	private final ProcessWatch watch;

	PictureCycle(ReadingRows rows, ReadingPlan plan, ReadingDesk desk, PictureCalendar calendar,
			PictureProperties properties, ProcessRegister processes) {
		this.rows = rows;
		this.plan = plan;
		this.desk = desk;
		this.calendar = calendar;
		this.properties = properties;
		this.watch = new ProcessWatch(processes);
	}

	/** Frees the leases of processes that have ended. */
	public void rescue() {
		int freed = this.rows.free(this.watch.gone(this.rows.owners()));
		if (freed > 0) {
			log.warn("Processes are gone and left {} pictures behind", freed);
		}
	}

	/**
	 * Reads what is due at a network. Asks networks, so never inside a transaction.
	 * @param pages of 50 channels at most, so that other work has its turn
	 * @return whether something may be left that can be read at once
	 */
	public boolean round(NetworkId network, int pages) throws InterruptedException {
		int spread = this.plan.spread(network);
		AtomicInteger done = new AtomicInteger();
		boolean more = true;
		for (int page = 0; more && page < pages; page++) {
			more = isOpen(network) && work(network, done);
		}
		if (spread + done.get() > 0) {
			log.info("Profiles of {} read for pictures: {}, newly planned: {}", network, done.get(), spread);
		}
		return more;
	}

	/** Whether a network may be asked, if need be after a moment. */
	private boolean isOpen(NetworkId network) throws InterruptedException {
		Duration left = left(network);
		if (left.isPositive() && left.compareTo(PATIENCE) < 0) {
			Thread.sleep(left);
			return true;
		}
		return !left.isPositive();
	}

	/**
	 * How long a network wants to be left alone; nothing is believed of a later clock.
	 */
	private Duration left(NetworkId network) {
		Duration left = Duration.between(this.calendar.now(), this.closed.getOrDefault(network, Instant.EPOCH));
		return (left.compareTo(LONGEST) < 0) ? left : Duration.ZERO;
	}

	private boolean work(NetworkId network, AtomicInteger done) throws InterruptedException {
		Semaphore free = this.slots.computeIfAbsent(network, (key) -> new Semaphore(this.properties.concurrency()));
		List<DueReading> page = this.rows.claim(network, PAGE, this.properties.automatic());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (DueReading due : page) {
				free.acquire();
				threads.execute(() -> {
					try {
						done.addAndGet(read(due));
					}
					finally {
						free.release();
					}
				});
			}
		}
		return !page.isEmpty();
	}

	private int read(DueReading due) {
		try {
			if (left(due.network()).isPositive()) {
				this.rows.release(due);
				return 0;
			}
			Optional<Instant> until = BackgroundCalls.within(() -> this.desk.work(due));
			until.ifPresent((moment) -> this.closed.merge(due.network(), moment,
					(one, other) -> one.isAfter(other) ? one : other));
			return until.isPresent() ? 0 : 1;
		}
		catch (RuntimeException ex) {
			log.error("The picture of channel {} waits until its lease has ended", due.channelId(), ex);
			return 0;
		}
	}

}
