package io.channelkeeper.support;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything anew with the key that all processes agreed on (B-18), page by page,
 * going on wherever an earlier round was cut off. Secrets stay what they are: whoever
 * uses or replaces one meanwhile is not disturbed.
 */
@Service
public class Resealing {

	private static final Logger log = LoggerFactory.getLogger(Resealing.class);

	private static final int PAGE = 1_000;

	private final ResealingRows rows;

	private final KeyRegister keys;

	private final Sealer sealer;

	private final List<SealedColumn> columns;

	private final TransactionTemplate transactions;

	private final Clock clock;

	Resealing(ResealingRows rows, KeyRegister keys, Sealer sealer, List<SealedColumn> columns,
			TransactionTemplate transactions, Clock clock) {
		this.rows = rows;
		this.keys = keys;
		this.sealer = sealer;
		this.columns = List.copyOf(columns);
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Does what there is to do, once every living process seals with the chosen key. */
	public void round() {
		KeyRegister.KeyStanding standing = this.keys.standing();
		Integer key = standing.sealing();
		if (standing.agreed() && key != null) {
			this.columns.forEach((column) -> reseal(column, key));
		}
	}

	/** How much is sealed with the chosen key. */
	public Share share() {
		Integer key = this.keys.standing().chosen();
		return (key != null) ? this.rows.share(key, this.columns.size()) : new Share(0, 0, 0, false);
	}

	private void reseal(SealedColumn column, int key) {
		List<Integer> known = this.sealer.keyIds();
		Optional<ResealingRows.Progress> before = this.rows.progress(column);
		if (before.isEmpty() || before.get().key() != key || !before.get().known().containsAll(known)) {
			this.rows.begin(column, key, known, this.clock.instant());
		}
		else if (before.get().finished() || !known.containsAll(before.get().known())) {
			return;
		}
		List<Integer> others = known.stream().filter((one) -> one != key).toList();
		int pages = 0;
		while (page(column, key, others)) {
			pages++;
		}
		if (pages > 0) {
			log.info("{}: {} pages were sealed anew", column.name(), pages);
		}
	}

	/** One page; whether there may be another. */
	private boolean page(SealedColumn column, int key, List<Integer> others) {
		ResealingRows.Progress from = this.rows.progress(column).orElseThrow();
		if (from.key() != key || from.finished()) {
			return false;
		}
		List<ResealingRows.Sealed> page = this.rows.page(column, from.after(), others, PAGE);
		if (page.isEmpty()) {
			end(column, from, others);
			return false;
		}
		List<ResealingRows.Resealed> resealed = new ArrayList<>();
		page.forEach((one) -> reseal(column, one).ifPresent(resealed::add));
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			boolean mine = this.rows.goOn(column, from, page.getLast().id());
			if (mine) {
				this.rows.store(column, resealed, page.size() - resealed.size());
			}
			return mine;
		}));
	}

	/** What was held or changed on the way is looked at again in the next round. */
	private void end(SealedColumn column, ResealingRows.Progress at, List<Integer> others) {
		if (this.rows.left(column, others) > at.failed()) {
			this.rows.again(column);
		}
		else {
			this.rows.finish(column, this.clock.instant());
		}
	}

	private Optional<ResealingRows.Resealed> reseal(SealedColumn column, ResealingRows.Sealed one) {
		try {
			return Optional.of(new ResealingRows.Resealed(one.id(), one.value(),
					this.sealer.reseal(one.value(), column.place(one.organization(), one.id()))));
		}
		catch (UnreadableSecretException ex) {
			log.error("{} of {} cannot be opened although its key is there", column.name(), one.id());
			return Optional.empty();
		}
	}

	/**
	 * How much is sealed with the chosen key.
	 *
	 * @param done values that were sealed anew
	 * @param total values that had to be, when the work began
	 * @param failed values that could not be opened
	 * @param finished whether nothing is left to do
	 */
	public record Share(long done, long total, long failed, boolean finished) {
	}

}
