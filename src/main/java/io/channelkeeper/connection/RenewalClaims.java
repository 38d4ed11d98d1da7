package io.channelkeeper.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.ProcessRegister;

/**
 * What this process is renewing. A mark in its name that it does not know of comes from a
 * database that broke off after it had set the mark: nothing was asked with it.
 */
@Component
class RenewalClaims {

	private final Set<LoginRow.Asked> inHand = ConcurrentHashMap.newKeySet();

	/** Marking and looking for strays exclude each other. */
	private final ReadWriteLock order = new ReentrantReadWriteLock();

	private final RenewalRows rows;

	private final ProcessRegister processes;

	private final Clock clock;

	RenewalClaims(RenewalRows rows, ProcessRegister processes, Clock clock) {
		this.rows = rows;
		this.processes = processes;
		this.clock = clock;
	}

	List<LoginRow> take(ProviderId provider, int most) {
		return marking(() -> this.rows.claim(provider, this.clock.instant(), most));
	}

	/** One login, due or not, or empty if somebody else is at it. */
	Optional<LoginRow> take(UUID login) {
		return marking(() -> this.rows.claim(login, this.clock.instant()).stream().toList()).stream().findFirst();
	}

	void done(LoginRow due) {
		this.inHand.remove(due.asked());
	}

	/**
	 * Takes the marks off that nothing was asked with.
	 * @return how many
	 */
	int dropStrays() {
		this.order.writeLock().lock();
		try {
			List<LoginRow> strays = this.rows.of(this.processes.id())
				.stream()
				.filter((due) -> !this.inHand.contains(due.asked()))
				.toList();
			strays.forEach((due) -> this.rows.askAgain(due, this.processes.id(), this.clock.instant()));
			return strays.size();
		}
		finally {
			this.order.writeLock().unlock();
		}
	}

	private List<LoginRow> marking(Supplier<List<LoginRow>> claim) {
		this.order.readLock().lock();
		try {
			List<LoginRow> marked = claim.get();
			marked.forEach((due) -> this.inHand.add(due.asked()));
			return marked;
		}
		finally {
			this.order.readLock().unlock();
		}
	}

}
