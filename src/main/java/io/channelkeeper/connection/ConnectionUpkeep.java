package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Erases what was kept for a choice that nobody made in time, gives back what is due, and
 * ends requests that nobody has to act on any more; over all organizations.
 */
@Service
public class ConnectionUpkeep {

	private static final Logger log = LoggerFactory.getLogger(ConnectionUpkeep.class);

	/** Longer than anybody asks how an attempt ended. */
	private static final Duration RETENTION = Duration.ofDays(90);

	private final SignInAttempts attempts;

	private final ReachedChannels reached;

	private final OfferedChannels offers;

	private final AccessReturns returns;

	private final ReconnectRequests requests;

	private final Clock clock;

	ConnectionUpkeep(SignInAttempts attempts, ReachedChannels reached, OfferedChannels offers, AccessReturns returns,
			ReconnectRequests requests, Clock clock) {
		this.attempts = attempts;
		this.reached = reached;
		this.offers = offers;
		this.returns = returns;
		this.requests = requests;
		this.clock = clock;
	}

	/** One round. Asks networks, so never inside a transaction. */
	public void round() {
		this.attempts.eraseExpired(this.clock.instant());
		int erased = this.reached.eraseExpired();
		int forgotten = this.offers.forgetExpired();
		int needless = this.requests.endRecovered();
		this.returns.giveBackDue();
		Instant old = this.clock.instant().minus(RETENTION);
		int offers = this.offers.eraseOld(old);
		int attempted = this.attempts.eraseOld(old);
		if (erased + forgotten + offers + attempted + needless > 0) {
			log.info(
					"Connection upkeep: {} reached channels erased, {} offers given up, {} offers and {} attempts deleted, "
							+ "{} requests ended",
					erased, forgotten, offers, attempted, needless);
		}
	}

}
