package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.KeyRegister;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Renews logins, each by one asker at a time (N-3): marked before the network is asked,
 * stored before anything else happens, and only over the tokens that it was asked with.
 */
@Component
class Renewals {

	private static final Logger log = LoggerFactory.getLogger(Renewals.class);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

	/** As long as the one who is at it may wait for the network, and store. */
	private static final Duration PATIENCE = Duration.ofSeconds(100);

	/** Until another process has taken what this one cannot open. */
	static final Duration LEAVE_TO_OTHERS = Duration.ofMinutes(1);

	private final RenewalClaims claims;

	private final RenewalRows rows;

	private final RenewalStore store;

	private final SocialLogins logins;

	private final SignInProviders providers;

	private final KeyRegister keys;

	private final Clock clock;

	Renewals(RenewalClaims claims, RenewalRows rows, RenewalStore store, SocialLogins logins, SignInProviders providers,
			KeyRegister keys, Clock clock) {
		this.claims = claims;
		this.rows = rows;
		this.store = store;
		this.logins = logins;
		this.providers = providers;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Renews a login now, or waits for whoever is at it and takes over what that brings.
	 * Asks a network, so never inside a transaction.
	 */
	Outcome renewNow(UUID login) throws InterruptedException {
		RenewalRows.TokenStanding before = this.rows.standing(login).orElse(null);
		if (before == null || !before.open()) {
			return Outcome.REFUSED;
		}
		Optional<LoginRow> due = this.claims.take(login);
		return due.isPresent() ? renew(due.get()) : await(login, before.version());
	}

	private Outcome await(UUID login, long version) throws InterruptedException {
		Instant until = Instant.now(this.clock).plus(PATIENCE);
		while (Instant.now(this.clock).isBefore(until)) {
			RenewalRows.TokenStanding standing = this.rows.standing(login).orElse(null);
			if (standing == null || !standing.open()) {
				return Outcome.REFUSED;
			}
			if (standing.version() != version) {
				return Outcome.RENEWED;
			}
			if (!standing.busy()) {
				return Outcome.LATER;
			}
			Thread.sleep(LOOK_AGAIN);
		}
		return Outcome.LATER;
	}

	/** Renews what this process has marked, and takes the mark off. */
	Outcome renew(LoginRow due) throws InterruptedException {
		try {
			return Tenancy.call(due.asked().organization(), () -> ask(due));
		}
		finally {
			this.claims.done(due);
		}
	}

	private Outcome ask(LoginRow due) throws InterruptedException {
		SignInProvider provider = this.providers.get(due.asked().provider());
		if (!this.providers.configured(provider.id()) || due.refused() != null
				|| provider.renewal() == RenewalModel.NONE) {
			Instant again = LoginPlan.nextVerification(this.clock.instant());
			Insistence.until(() -> this.rows.putBack(due.asked(), again));
			return (due.refused() != null) ? Outcome.REFUSED : Outcome.LATER;
		}
		try {
			Grant grant = due.kept().with(this.logins.open(due.asked().login(), due.tokens()));
			Grant next = LoginAtWork.within(due.asked().login(),
					() -> provider.renew(grant, this.providers.registration(provider.id())));
			return store(due, next);
		}
		catch (UnreadableSecretException ex) {
			return leave(due, this.keys.isLeftToOthers(ex));
		}
		catch (NetworkFaultException ex) {
			return judge(due, provider, ex.fault(), ex.isAnswerLost());
		}
		catch (DataAccessException | TransactionException ex) {
			// Limits are looked up before the network is asked.
			Insistence.until(() -> this.rows.putBack(due.asked(), this.clock.instant()));
			return Outcome.LATER;
		}
		catch (RuntimeException ex) {
			log.error("Renewing at {} failed in a way that nobody foresaw", provider.id(), ex);
			return judge(due, provider, new NetworkFault.Unexpected(), true);
		}
	}

	/** Another process may know the key; where none does, it waits for the key. */
	private Outcome leave(LoginRow due, boolean toOthers) throws InterruptedException {
		Instant now = this.clock.instant();
		Insistence.until(() -> {
			if (toOthers) {
				this.rows.putBack(due.asked(), now.plus(LEAVE_TO_OTHERS));
			}
			else {
				this.rows.unreadable(due.asked(), now);
			}
		});
		return Outcome.LATER;
	}

	private Outcome store(LoginRow due, Grant next) throws InterruptedException {
		return this.store.keep(due.asked(), next) ? Outcome.RENEWED : Outcome.OVERTAKEN;
	}

	private Outcome judge(LoginRow due, SignInProvider provider, NetworkFault fault, boolean answerLost)
			throws InterruptedException {
		Instant now = this.clock.instant();
		if (answerLost && provider.renewal() == RenewalModel.ROTATES) {
			Insistence.until(() -> this.store.doubt(due.asked()));
			return Outcome.IN_DOUBT;
		}
		if (!fault.isTemporary()) {
			Insistence.until(() -> this.rows.refuse(due.asked(), cause(fault).name(), now, now));
			return Outcome.REFUSED;
		}
		Instant until = (fault instanceof NetworkFault.RateLimited(var said)) ? said : null;
		Instant again = LoginPlan.again(due.failures(), now, until);
		Insistence.until(() -> this.rows.postpone(due.asked(), again, now));
		return Outcome.LATER;
	}

	private static Cause cause(@Nullable NetworkFault fault) {
		return switch (fault) {
			case NetworkFault.TokenRejected(var cause) -> cause;
			case NetworkFault.ChannelLost(var cause) -> cause;
			case NetworkFault.PermissionMissing _ -> Cause.PERMISSION_MISSING;
			case null, default -> Cause.TOKEN_REJECTED;
		};
	}

	/** What came of it. */
	enum Outcome {

		/** There are new tokens. */
		RENEWED,
		/** The network refused for good. */
		REFUSED,
		/** It will be asked again. */
		LATER,
		/** Nobody knows what the network answered. */
		IN_DOUBT,
		/** Somebody signed in meanwhile, or the login was given up. */
		OVERTAKEN

	}

}
