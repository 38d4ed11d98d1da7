package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.connection.NetworkTroubles;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Tenancy;

/**
 * Writes to members whose warnings have been gathered for long enough. Several processes
 * may do so at once.
 */
@Service
public class WarningRounds {

	private static final Logger log = LoggerFactory.getLogger(WarningRounds.class);

	private static final int PAGE = 500;

	private final WarningRows rows;

	private final InterruptionMails mails;

	private final NetworkTroubles troubles;

	private final Clock clock;

	WarningRounds(WarningRows rows, InterruptionMails mails, NetworkTroubles troubles, Clock clock) {
		this.rows = rows;
		this.mails = mails;
		this.troubles = troubles;
		this.clock = clock;
	}

	/** Writes to everybody whose time has come, at most one page of people. */
	public void round() {
		Instant now = this.clock.instant();
		Set<ProviderId> held = this.troubles.unsettled();
		List<WarningRows.Recipient> due = this.rows.due(WarningKind.INTERRUPTED, held, now, PAGE);
		int failed = 0;
		for (WarningRows.Recipient one : due) {
			try {
				Tenancy.within(one.organization(), () -> this.mails.send(one.member(), held));
			}
			catch (RuntimeException ex) {
				failed++;
				log.error("Member {} is told later what is interrupted", one.member(), ex);
			}
		}
		if (!due.isEmpty()) {
			log.info("Warnings: {} members looked at, {} failed", due.size(), failed);
		}
	}

}
