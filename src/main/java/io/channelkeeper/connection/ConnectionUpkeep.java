package io.channelkeeper.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Erases what was kept for a choice that nobody made in time, and gives back what is due,
 * over all organizations.
 */
@Service
public class ConnectionUpkeep {

	private static final Logger log = LoggerFactory.getLogger(ConnectionUpkeep.class);

	private final ReachedChannels reached;

	private final OfferedChannels offers;

	private final AccessReturns returns;

	ConnectionUpkeep(ReachedChannels reached, OfferedChannels offers, AccessReturns returns) {
		this.reached = reached;
		this.offers = offers;
		this.returns = returns;
	}

	/** One round. Asks networks, so never inside a transaction. */
	public void round() {
		int erased = this.reached.eraseExpired();
		int forgotten = this.offers.forgetExpired();
		this.returns.giveBackDue();
		if (erased + forgotten > 0) {
			log.info("Connection upkeep: {} reached channels erased, {} offers given up", erased, forgotten);
		}
	}

}
