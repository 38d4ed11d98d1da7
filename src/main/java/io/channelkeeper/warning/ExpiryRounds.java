package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.support.Tenancy;

/**
 * Writes down who is to be warned that connections end (M-27 to M-32, B-2), and, where
 * nobody is on the day itself, whoever answers that it has come (H-13). Several processes
 * may do so at once.
 */
@Service
public class ExpiryRounds {

	/** Whenever it is a full hour anywhere, one of these begins. */
	private static final Duration EVERY = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(ExpiryRounds.class);

	private final ExpiryRows rows;

	private final CreatorWarningRows creators;

	private final NoticeStore notices;

	private final InterruptionWarnings interruptions;

	private final WarningRules rules;

	private final Clock clock;

	/** Only saves work: whoever looks again finds that all is written down. */
	private volatile long lookedAt = Long.MIN_VALUE;

	ExpiryRounds(ExpiryRows rows, CreatorWarningRows creators, NoticeStore notices, InterruptionWarnings interruptions,
			WarningRules rules, Clock clock) {
		this.rows = rows;
		this.creators = creators;
		this.notices = notices;
		this.interruptions = interruptions;
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
		int moved = this.rows.settleMoved(now) + this.creators.settleMoved(now);
		this.notices.solveMoved();
		List<WarningRule> usual = this.rules.usual();
		int hour = this.rules.usualHour();
		int added = this.rows.add(usual, hour, now) + this.creators.add(usual, hour, now);
		this.rows.endedUntold(hour, now)
			.forEach((organization, channels) -> Tenancy.within(organization, () -> this.interruptions.warn(channels)));
		if (added + moved > 0) {
			log.info("Warnings before the end: {} added, {} no longer needed", added, moved);
		}
	}

}
