package io.channelkeeper.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Agrees with all living processes on the key that is sealed with: the newest one that
 * every one of them has read (B-18). None seals with a key that another one lacks.
 */
@Component
public class KeyRegister implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(KeyRegister.class);

	private final KeyReports reports;

	private final ProcessRegister processes;

	private final ProcessWatch watch;

	private final Sealer sealer;

	private final TransactionTemplate transactions;

	private final Clock clock;

	private volatile @Nullable KeyStanding standing;

	private volatile boolean running;

	KeyRegister(KeyReports reports, ProcessRegister processes, Sealer sealer, TransactionTemplate transactions,
			Clock clock) {
		this.reports = reports;
		this.processes = processes;
		this.watch = new ProcessWatch(processes);
		this.sealer = sealer;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Reads the keys again, reports them, and follows what all processes agree on. */
	public synchronized void round() {
		this.sealer.readAgain();
		KeyStanding agreed = Objects.requireNonNull(this.transactions.execute((status) -> agree()));
		this.sealer.sealWith(agreed.sealing());
		this.standing = agreed;
	}

	/** How the last round found the keys. */
	public KeyStanding standing() {
		KeyStanding known = this.standing;
		if (known == null) {
			round();
			known = Objects.requireNonNull(this.standing);
		}
		return known;
	}

	/**
	 * Whether a value that this process cannot open is not lost: another one that lives
	 * knows its key.
	 */
	public boolean isLeftToOthers(UnreadableSecretException ex) {
		Integer key = ex.key();
		return key != null && !this.sealer.keyIds().contains(key) && standing().anywhere().contains(key);
	}

	private KeyStanding agree() {
		this.reports.lock();
		List<Integer> own = this.sealer.keyIds();
		List<KeyReports.KeyReport> others = others();
		Set<Integer> common = new HashSet<>(own);
		others.forEach((other) -> common.retainAll(other.keys()));
		Integer newestCommon = own.reversed().stream().filter(common::contains).findFirst().orElse(null);
		Optional<KeyReports.ChosenKey> chosen = this.reports.chosen();
		KeyReports.ChosenKey next = chosen.orElse(null);
		if (newestCommon != null && isBetter(newestCommon, next, own, others)) {
			next = new KeyReports.ChosenKey(newestCommon, this.clock.instant());
			this.reports.choose(next.id(), next.since());
			log.info("Everything is sealed with key {} from now on", Integer.toUnsignedString(next.id()));
		}
		Integer sealing = (next != null && own.contains(next.id())) ? Integer.valueOf(next.id()) : newestCommon;
		this.reports.report(this.processes.id(), own, sealing, this.clock.instant());
		return standing(own, others, sealing, next);
	}

	/**
	 * A later one is better; any one is, where nobody has the chosen one any more. Who
	 * does not know the chosen one while others do has nothing to choose.
	 */
	private static boolean isBetter(Integer key, KeyReports.@Nullable ChosenKey chosen, List<Integer> own,
			List<KeyReports.KeyReport> others) {
		if (chosen == null) {
			return true;
		}
		if (own.contains(chosen.id())) {
			return own.indexOf(key) > own.indexOf(chosen.id());
		}
		return others.stream().noneMatch((other) -> other.keys().contains(chosen.id()));
	}

	/** The others that live. */
	private List<KeyReports.KeyReport> others() {
		List<KeyReports.KeyReport> others = this.reports.all()
			.stream()
			.filter((report) -> !report.process().equals(this.processes.id()))
			.toList();
		Set<UUID> gone = this.watch.gone(others.stream().map(KeyReports.KeyReport::process).toList());
		gone.forEach(this.reports::forget);
		return others.stream().filter((report) -> !gone.contains(report.process())).toList();
	}

	private static KeyStanding standing(List<Integer> own, List<KeyReports.KeyReport> others, @Nullable Integer sealing,
			KeyReports.@Nullable ChosenKey chosen) {
		Set<Integer> anywhere = new HashSet<>(own);
		others.stream().map(KeyReports.KeyReport::keys).forEach(anywhere::addAll);
		int newest = own.getLast();
		boolean agreed = chosen != null && sealing != null && sealing == chosen.id()
				&& others.stream().allMatch((other) -> sealing.equals(other.sealing()));
		long knowing = 1 + others.stream().filter((other) -> other.keys().contains(newest)).count();
		return new KeyStanding((chosen != null) ? chosen.id() : null, (chosen != null) ? chosen.since() : null, sealing,
				agreed, newest, (int) knowing, 1 + others.size(), Set.copyOf(anywhere));
	}

	@Override
	public void start() {
		round();
		this.running = true;
	}

	/** Nobody waits for a process that has ended. */
	@Override
	public void stop() {
		try {
			this.reports.forget(this.processes.id());
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Others will find out that this process is gone: {}", ex.getClass().getSimpleName());
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After the process is known to live, and before anything seals. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 200;
	}

	/**
	 * How the keys stand.
	 *
	 * @param chosen the key that all are to seal with, or null where they have none in
	 * common
	 * @param since since when, or null
	 * @param sealing the key that this process seals with, or null
	 * @param agreed whether all living processes seal with the chosen one
	 * @param newest the newest key of this process
	 * @param knowing how many living processes know that one
	 * @param living how many processes live
	 * @param anywhere the keys that at least one of them can open with
	 */
	public record KeyStanding(@Nullable Integer chosen, @Nullable Instant since, @Nullable Integer sealing,
			boolean agreed, int newest, int knowing, int living, Set<Integer> anywhere) {

		public KeyStanding {
			anywhere = Set.copyOf(anywhere);
		}

		/** Whether the newest key is known, but not by all. */
		public boolean isWaiting() {
			return this.chosen != null && this.newest != this.chosen;
		}

		/** The beginnings, in hexadecimal, of what was sealed with the given keys. */
		public static String[] prefixes(Collection<Integer> keys) {
			return keys.stream().map((key) -> "01%08x".formatted(key)).toArray(String[]::new);
		}

	}

}
