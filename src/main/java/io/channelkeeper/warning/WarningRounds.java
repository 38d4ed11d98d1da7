package io.channelkeeper.warning;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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

	private final InterruptionMails interruptions;

	private final ExpiringMails expiring;

	private final RestoredMails restored;

	private final NetworkTroubles troubles;

	private final Clock clock;

	WarningRounds(WarningRows rows, InterruptionMails interruptions, ExpiringMails expiring, RestoredMails restored,
			NetworkTroubles troubles, Clock clock) {
		this.rows = rows;
		this.interruptions = interruptions;
		this.expiring = expiring;
		this.restored = restored;
		this.troubles = troubles;
		this.clock = clock;
	}

	/** Writes to everybody whose time has come, at most one page of people. */
	public void round() {
		Set<ProviderId> held = this.troubles.unsettled();
		write(WarningKind.INTERRUPTED, held, (member) -> this.interruptions.send(member, held));
		write(WarningKind.EXPIRING, Set.of(), this.expiring::send);
		write(WarningKind.RESTORED, Set.of(), this.restored::send);
	}

	private void write(WarningKind kind, Set<ProviderId> held, Consumer<UUID> mail) {
		List<WarningRows.Recipient> due = this.rows.due(kind, held, this.clock.instant(), PAGE);
		int failed = 0;
		for (WarningRows.Recipient one : due) {
			try {
				Tenancy.within(one.organization(), () -> mail.accept(one.member()));
			}
			catch (RuntimeException ex) {
				failed++;
				log.error("Member {} is told later what is {}", one.member(), kind, ex);
			}
		}
		if (!due.isEmpty()) {
			log.info("Warnings {}: {} members looked at, {} failed", kind, due.size(), failed);
		}
	}

}
