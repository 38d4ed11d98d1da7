package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Writes down who is to be warned that connections end (M-27 to M-32). Several processes
 * may do so at once.
 */
@Service
public class ExpiryRounds {

	/** Whenever it is a full hour anywhere, one of these begins. */
	private static final Duration EVERY = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(ExpiryRounds.class);

	private final ExpiryRows rows;

	private final NoticeStore notices;

	private final WarningRules rules;

	private final Clock clock;

	/** Only saves work: whoever looks again finds that all is written down. */
	private volatile long lookedAt = Long.MIN_VALUE;

	ExpiryRounds(ExpiryRows rows, NoticeStore notices, WarningRules rules, Clock clock) {
		this.rows = rows;
		this.notices = notices;
		this.rules = rules;
		this.clock = clock;
	}

	/** Looks once in five minutes, however often it is called. */
	public void round() {
		Instant now = this.clock.instant();
		long part = Math.floorDiv(now.getEpochSecond(), EVERY.toSeconds());
		if (part != this.lookedAt) {
			look(now);
			this.lookedAt = part;
		}
	}

	void look(Instant now) {
		int moved = this.rows.settleMoved(now);
		this.notices.solveMoved();
		int added = this.rows.add(this.rules.usual(), this.rules.usualHour(), now);
		if (added + moved > 0) {
			log.info("Warnings before the end: {} added, {} no longer needed", added, moved);
		}
	}

}
