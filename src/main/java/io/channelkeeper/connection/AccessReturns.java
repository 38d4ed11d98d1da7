package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;

/**
 * Access that nobody uses any more, on its way back to the network. It is revoked there
 * only when no organization has a login of the same person (B-6): most networks know one
 * consent per person, whoever asked for it.
 */
@Component
class AccessReturns {

	private static final Logger log = LoggerFactory.getLogger(AccessReturns.class);

	/** As long as a person may take at the network, another trial is likely. */
	private static final Duration RETRY = SignInService.LIFE;

	private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

	private static final Duration MARKS = Duration.ofDays(1);

	private final AccessReturnRows rows;

	private final SignInProviders providers;

	private final Clock clock;

	AccessReturns(AccessReturnRows rows, SignInProviders providers, Clock clock) {
		this.rows = rows;
		this.providers = providers;
		this.clock = clock;
	}

	/**
	 * Notes, in the caller's transaction, that access of the bound organization goes
	 * back.
	 */
	void add(ProviderId provider, Grant grant) {
		this.rows.insert(provider, grant, null, this.clock.instant());
	}

	/**
	 * Notes the same of access that came to nothing: it stays as long as another trial at
	 * this channel is likely or under way.
	 */
	void addLater(ProviderId provider, Grant grant, UUID channelId) {
		this.rows.insert(provider, grant, channelId, this.clock.instant().plus(RETRY));
	}

	/** Notes the same, but waits until nobody is signing in to this channel. */
	void addWhenQuiet(ProviderId provider, Grant grant, UUID channelId) {
		this.rows.insert(provider, grant, channelId, this.clock.instant());
	}

	/**
	 * Whether the person's consent was begun to be given back after the attempt came
	 * back, so that what it brought may be dead. Asked while the person is locked.
	 */
	boolean isBegunSince(SignInAttempt attempt, String user) {
		return this.rows.isBegunSince(attempt, user);
	}

	/**
	 * Gives back, over all organizations, what is due, and stands back where a network
	 * wants to be left alone. Asks networks, so never inside a transaction.
	 */
	void giveBackDue() {
		BackgroundCalls.within(() -> giveBack(this.rows.claim(this.clock.instant())));
		this.rows.eraseMarks(this.clock.instant().minus(MARKS));
	}

	/**
	 * Gives back at once what the bound organization just gave up. Asks networks, so
	 * never inside a transaction.
	 */
	void giveBackNew() {
		giveBack(this.rows.claimNew(this.clock.instant()));
	}

	private int giveBack(List<AccessReturnRows.Due> due) {
		int failed = 0;
		for (AccessReturnRows.Due one : due) {
			try {
				giveBack(one);
			}
			catch (RuntimeException ex) {
				failed++;
				NetworkFaultException.closedUntil(ex)
					.ifPresent((until) -> this.rows.putOff(one.id(), earlier(until, this.clock.instant().plus(MARKS))));
				log.warn("Access {} at {} not given back yet: {}", one.id(), one.provider(),
						ex.getClass().getSimpleName());
				if (one.createdAt().plus(GIVE_UP_AFTER).isBefore(this.clock.instant())) {
					this.rows.delete(one.id());
				}
			}
		}
		if (!due.isEmpty()) {
			log.info("Access given back: {} done, {} failed", due.size() - failed, failed);
		}
		return failed;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private void giveBack(AccessReturnRows.Due due) {
		if (this.rows.begin(due, this.clock.instant())) {
			Grant grant = this.rows.open(due);
			this.providers.get(due.provider()).giveBack(grant, this.providers.registration(due.provider()));
			this.rows.delete(due.id());
		}
	}

}
