package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.Conversation;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

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

	/** One click gives back so many logins; what there is beyond follows by itself. */
	private static final int AT_ONCE = 3;

	private static final Duration AT_ONCE_WITHIN = Duration.ofSeconds(10);

	private final AccessReturnRows rows;

	private final SignInProviders providers;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	private final Clock clock;

	AccessReturns(AccessReturnRows rows, SignInProviders providers, ApplicationEventPublisher events,
			TransactionTemplate transactions, Clock clock) {
		this.rows = rows;
		this.providers = providers;
		this.events = events;
		this.transactions = transactions;
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
		BackgroundCalls.within(() -> giveBack(this.rows.claim(this.clock.instant()), true));
		this.rows.eraseMarks(this.clock.instant().minus(MARKS));
	}

	/**
	 * Gives back at once what the bound organization just gave up, as far as it is little
	 * and quickly done: somebody waits. Asks networks, so never inside a transaction.
	 */
	void giveBackNew() {
		Conversation.within(AT_ONCE_WITHIN, () -> giveBack(this.rows.claimNew(this.clock.instant(), AT_ONCE), false));
	}

	private int giveBack(List<AccessReturnRows.Due> due, boolean patient) {
		int failed = 0;
		for (AccessReturnRows.Due one : due) {
			try {
				giveBack(one, patient);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return failed;
			}
			catch (RuntimeException ex) {
				failed++;
				failed(one, ex);
			}
		}
		if (!due.isEmpty()) {
			log.info("Access given back: {} done, {} failed", due.size() - failed, failed);
		}
		return failed;
	}

	/** Whatever a key is missing for waits for the key. */
	private void failed(AccessReturnRows.Due one, RuntimeException ex) {
		Instant now = this.clock.instant();
		NetworkFaultException.closedUntil(ex)
			.ifPresent((until) -> this.rows.putOff(one.id(), earlier(until, now.plus(MARKS))));
		log.warn("Access {} at {} not given back yet: {}", one.id(), one.provider(), ex.getClass().getSimpleName());
		if (!(ex instanceof UnreadableSecretException) && one.createdAt().plus(GIVE_UP_AFTER).isBefore(now)) {
			giveUp(one);
		}
	}

	private void giveUp(AccessReturnRows.Due one) {
		log.error("Access {} at {} could not be given back in {} days and is given up", one.id(), one.provider(),
				GIVE_UP_AFTER.toDays());
		Tenancy.within(one.organization(), () -> this.transactions.executeWithoutResult((status) -> {
			this.rows.delete(one.id());
			this.events.publishEvent(new AccessReturnGivenUp(one.organization(), one.id(), one.provider()));
		}));
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private void giveBack(AccessReturnRows.Due due, boolean patient) throws InterruptedException {
		Grant grant = this.rows.open(due);
		SignInProvider provider = this.providers.get(due.provider());
		boolean renewing = provider.givesBackByAccessToken() && isOver(grant) && grant.refresh() != null;
		if (renewing && !patient) {
			this.rows.putOff(due.id(), this.clock.instant());
			return;
		}
		if (this.rows.begin(due, this.clock.instant())) {
			Grant working = renewing ? renewed(due, provider, grant) : grant;
			if (working != null) {
				provider.giveBack(working, this.providers.registration(provider.id()));
				this.rows.delete(due.id());
			}
		}
	}

	private boolean isOver(Grant grant) {
		return grant.accessExpiresAt() != null && !grant.accessExpiresAt().isAfter(this.clock.instant());
	}

	/**
	 * New tokens in place of those that are over, kept before they are used: the old ones
	 * may work no second time (N-3).
	 * @return null if there is nothing that could be given back any more
	 */
	private @Nullable Grant renewed(AccessReturnRows.Due due, SignInProvider provider, Grant grant)
			throws InterruptedException {
		try {
			Grant next = provider.renew(grant, this.providers.registration(provider.id()));
			Insistence.until(() -> this.rows.replace(due, next));
			return next;
		}
		catch (NetworkFaultException ex) {
			if (ex.isAnswerLost() && provider.renewal() == RenewalModel.ROTATES) {
				giveUp(due);
				return null;
			}
			if (ex.fault().isEndOfAccess()) {
				this.rows.delete(due.id());
				return null;
			}
			throw ex;
		}
	}

}
