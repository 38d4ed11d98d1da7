package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What will be sent to whom in the next 30 days, and who renews what (B-16), as things
 * stand now in the bound organization.
 */
@Service
public class ComingWarnings {

	/** How far it looks. */
	static final Duration AHEAD = Duration.ofDays(30);

	/** So many channels of a day are named, the others counted. */
	static final int SHOWN = 50;

	private final ComingRows rows;

	private final WarningRules rules;

	private final Clock clock;

	ComingWarnings(ComingRows rows, WarningRules rules, Clock clock) {
		this.rows = rows;
		this.rules = rules;
		this.clock = clock;
	}

	/** By day, the next one first; days without mails are left out. */
	@Transactional(readOnly = true)
	public List<ComingDay> days() {
		Instant now = this.clock.instant();
		return this.rows.days(ExpiryRows.values(this.rules.usual(), this.rules.usualHour(), now), now.plus(AHEAD),
				SHOWN);
	}

	/** Counted by sign-in, however many channels it carries; with one statement. */
	@Transactional(readOnly = true)
	public ComingRenewals renewals() {
		Instant now = this.clock.instant();
		return this.rows.renewals(now, now.plus(AHEAD));
	}

}
