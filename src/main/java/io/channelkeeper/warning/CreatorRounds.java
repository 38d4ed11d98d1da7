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
 * Asks creators to renew what is about to end, or is interrupted (B-2, H-13). Several
 * processes may do so at once.
 */
@Service
public class CreatorRounds {

	private static final Logger log = LoggerFactory.getLogger(CreatorRounds.class);

	private static final int PAGE = 500;

	private final CreatorWarningRows rows;

	private final CreatorMails mails;

	private final NetworkTroubles troubles;

	private final Clock clock;

	CreatorRounds(CreatorWarningRows rows, CreatorMails mails, NetworkTroubles troubles, Clock clock) {
		this.rows = rows;
		this.mails = mails;
		this.troubles = troubles;
		this.clock = clock;
	}

	/** Writes to all creators whose time has come, at most one page of them. */
	public void round() {
		Instant now = this.clock.instant();
		Set<ProviderId> held = this.troubles.unsettled();
		List<CreatorWarningRows.Recipient> due = this.rows.due(held, now, PAGE);
		int failed = 0;
		for (CreatorWarningRows.Recipient one : due) {
			try {
				Tenancy.within(one.organization(), () -> this.mails.send(one.creator(), held));
			}
			catch (RuntimeException ex) {
				failed++;
				log.error("Creator {} is asked to renew later", one.creator(), ex);
			}
		}
		if (!due.isEmpty()) {
			log.info("Renewals: {} creators looked at, {} failed", due.size(), failed);
		}
	}

}
