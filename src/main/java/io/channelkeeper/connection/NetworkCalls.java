package io.channelkeeper.connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.CallReport;
import io.channelkeeper.network.NetworkFault;

/**
 * Counts in memory how the calls of this process go, until they are written down.
 */
@Component
class NetworkCalls {

	/** Enough to know that many fail. */
	private static final int MOST_LOGINS = 200;

	private Map<Slot, Count> counts = new HashMap<>();

	/**
	 * Counts a call. A limit says neither that a network works nor that it does not; a
	 * refusal counts where it is a connected login's.
	 */
	synchronized void note(CallReport report) {
		NetworkFault fault = report.fault();
		UUID login = LoginAtWork.current();
		boolean refused = fault != null && !fault.isTemporary();
		if (fault instanceof NetworkFault.RateLimited || (refused && login == null)) {
			return;
		}
		Count count = this.counts.computeIfAbsent(
				new Slot(report.api().value(), report.at().truncatedTo(ChronoUnit.MINUTES)), (key) -> new Count());
		if (fault == null) {
			count.good++;
			return;
		}
		if (!refused) {
			count.failed++;
		}
		if (login != null && count.logins.size() < MOST_LOGINS) {
			count.logins.merge(login, refused, Boolean::logicalOr);
		}
	}

	/** What was counted since the last time. */
	synchronized Map<Slot, Count> drain() {
		Map<Slot, Count> counted = this.counts;
		this.counts = new HashMap<>();
		return counted;
	}

	/**
	 * An API in one minute.
	 *
	 * @param api its name
	 * @param minute when it began
	 */
	record Slot(String api, Instant minute) {
	}

	/** How its calls went. */
	static final class Count {

		private final Map<UUID, Boolean> logins = new HashMap<>();

		private long good;

		private long failed;

		long good() {
			return this.good;
		}

		long failed() {
			return this.failed;
		}

		/** Whose calls failed, and whether they were refused. */
		Map<UUID, Boolean> logins() {
			return this.logins;
		}

	}

}
