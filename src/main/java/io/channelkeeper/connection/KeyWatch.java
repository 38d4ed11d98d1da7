package io.channelkeeper.connection;

import java.time.Clock;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.support.KeyRegister;

/**
 * Follows the keys, and with them which logins can be read: a login whose key is missing
 * is known to be so at once, and one whose key is back goes on without anybody's doing
 * (B-18).
 */
@Service
public class KeyWatch {

	private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

	private final KeyRegister keys;

	private final UnreadableLogins logins;

	private final Clock clock;

	private Set<Integer> settledFor = Set.of();

	KeyWatch(KeyRegister keys, UnreadableLogins logins, Clock clock) {
		this.keys = keys;
		this.logins = logins;
		this.clock = clock;
	}

	/** One look. */
	public synchronized void round() {
		this.keys.round();
		Set<Integer> known = this.keys.standing().anywhere();
		if (!known.equals(this.settledFor) && settle(known)) {
			this.settledFor = known;
		}
	}

	/** Whether every login was settled; not if somebody held one all the time. */
	boolean settle(Set<Integer> known) {
		int back = this.logins.restore(known, this.clock.instant());
		int lost = this.logins.mark(known, this.clock.instant());
		if (back > 0) {
			log.info("The keys of {} logins are back", back);
		}
		if (lost > 0) {
			log.error("The keys of {} logins are missing: see /admin/networks", lost);
		}
		return this.logins.isSettled(known);
	}

}
