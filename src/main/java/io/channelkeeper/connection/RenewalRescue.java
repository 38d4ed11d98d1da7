package io.channelkeeper.connection;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.ProcessWatch;
import io.channelkeeper.support.Tenancy;

/**
 * Looks after renewals that a process left behind when it died.
 */
@Service
public class RenewalRescue {

	private static final Logger log = LoggerFactory.getLogger(RenewalRescue.class);

	private boolean tookUp;

	private final RenewalRows rows;

	private final RenewalClaims claims;

	private final RenewalStore store;

	private final SignInProviders providers;

	private final ProcessWatch watch;

	private final Clock clock;

	RenewalRescue(RenewalRows rows, RenewalClaims claims, RenewalStore store, SignInProviders providers,
			ProcessRegister processes, Clock clock) {
		this.rows = rows;
		this.claims = claims;
		this.store = store;
		this.providers = providers;
		this.watch = new ProcessWatch(processes);
		this.clock = clock;
	}

	/**
	 * One look. The first one stores what an earlier process was told and could not
	 * store.
	 */
	public synchronized void round() {
		if (!this.tookUp) {
			this.store.takeUpKept();
			this.tookUp = true;
		}
		int strays = this.claims.dropStrays();
		if (strays > 0) {
			log.info("{} renewals were marked and never begun", strays);
		}
		this.watch.gone(this.rows.owners()).forEach(this::rescue);
	}

	private void rescue(UUID process) {
		List<LoginRow> left = this.rows.of(process);
		log.warn("Process {} is gone and left {} renewals behind", process, left.size());
		left.forEach((due) -> Tenancy.within(due.asked().organization(), () -> rescue(due, process)));
	}

	/** What may be asked twice is; what may not is in doubt. */
	private void rescue(LoginRow due, UUID process) {
		if (this.providers.get(due.asked().provider()).renewal() == RenewalModel.ROTATES) {
			this.store.doubt(due.asked());
		}
		else {
			this.rows.askAgain(due, process, this.clock.instant());
		}
	}

}
