package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Tenancy;

/**
 * Stores what renewals brought, whatever happens to the database meanwhile.
 */
@Component
class RenewalStore {

	private static final Logger log = LoggerFactory.getLogger(RenewalStore.class);

	private final RenewalRows rows;

	private final SocialLogins logins;

	private final KeptAnswers kept;

	private final AccessReturns returns;

	private final SignInProviders providers;

	private final ChannelProbe probe;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	private final Clock clock;

	RenewalStore(RenewalRows rows, SocialLogins logins, KeptAnswers kept, AccessReturns returns,
			SignInProviders providers, ChannelProbe probe, ApplicationEventPublisher events,
			TransactionTemplate transactions, Clock clock) {
		this.rows = rows;
		this.logins = logins;
		this.kept = kept;
		this.returns = returns;
		this.providers = providers;
		this.probe = probe;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Stores an answer, again and again if need be; meanwhile it stands in a file too.
	 * @return whether it was stored; not if the tokens are no longer those it follows
	 */
	boolean keep(LoginRow.Asked asked, Grant answer) throws InterruptedException {
		try {
			return stored(asked, answer, store(asked, answer));
		}
		catch (DataAccessException | TransactionException ex) {
			log.error("An answer for login {} could not be stored, it is kept: {}", asked.login(),
					ex.getClass().getSimpleName());
			this.kept.keep(asked, answer);
		}
		boolean[] stored = new boolean[1];
		Insistence.until(() -> stored[0] = store(asked, answer));
		this.kept.drop(asked);
		return stored(asked, answer, stored[0]);
	}

	/**
	 * Fewer permissions than before may not be enough for every channel. What is not
	 * noted now is when the login is verified next.
	 */
	private boolean stored(LoginRow.Asked asked, Grant answer, boolean stored) {
		try {
			if (stored) {
				this.probe.endWithoutPermission(asked.next(), answer.scopes());
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("What login {} may do is looked at later: {}", asked.login(), ex.getClass().getSimpleName());
		}
		return stored;
	}

	/** Stores what earlier processes could not. */
	void takeUpKept() {
		this.kept.takeUp((asked, answer) -> Tenancy.within(asked.organization(), () -> {
			boolean stored = store(asked, answer);
			log.info("A kept answer for login {} was {}", asked.login(), stored ? "stored" : "out of date");
		}));
	}

	private boolean store(LoginRow.Asked asked, Grant answer) {
		Instant now = this.clock.instant();
		SocialLogins.SealedTokens tokens = this.logins.seal(asked.login(), answer);
		Instant renewAt = LoginPlan.renewAt(this.providers.get(asked.provider()).renewal(), answer.accessExpiresAt(),
				answer.refresh() != null, now);
		boolean stored = this.rows.store(asked, answer, tokens, renewAt, now);
		if (!stored && !this.rows.standing(asked.login()).map(RenewalRows.TokenStanding::open).orElse(false)) {
			this.transactions.executeWithoutResult((status) -> this.returns.add(asked.provider(), answer));
		}
		return stored;
	}

	/**
	 * Notes that nobody knows what the network answered, and tells whoever has to act.
	 */
	void doubt(LoginRow.Asked asked) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.rows.doubt(asked, this.clock.instant())) {
				this.events.publishEvent(new LoginInDoubt(asked.organization(), asked.login()));
			}
		});
	}

}
