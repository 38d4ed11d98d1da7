package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Believes what a network says of its persons' access, in every organization. What is
 * older than a sign-in says nothing of that sign-in (N-8).
 */
@Component
class PushEffects {

	private static final Logger log = LoggerFactory.getLogger(PushEffects.class);

	/**
	 * Clocks differ, and some networks round to seconds: what was told of the moment of a
	 * sign-in may be about the one before, so the network is asked.
	 */
	static final Duration SAME_MOMENT = Duration.ofSeconds(10);

	private final PushRows rows;

	private final SocialLogins logins;

	private final Verdicts verdicts;

	private final VerificationRows verifications;

	private final TransactionTemplate transactions;

	private final Clock clock;

	PushEffects(PushRows rows, SocialLogins logins, Verdicts verdicts, VerificationRows verifications,
			TransactionTemplate transactions, Clock clock) {
		this.rows = rows;
		this.logins = logins;
		this.verdicts = verdicts;
		this.verifications = verifications;
		this.transactions = transactions;
		this.clock = clock;
	}

	void end(ProviderId provider, Push.AccessEnded ended) {
		List<UUID> organizations = this.rows.organizations(provider, ended.user());
		organizations.forEach((organization) -> end(organization, provider, ended));
		log.info("{} tells that access ended ({}): {} organizations know the person", provider, ended.cause(),
				organizations.size());
	}

	private void end(UUID organization, ProviderId provider, Push.AccessEnded ended) {
		Tenancy.within(organization, () -> this.transactions.executeWithoutResult((transaction) -> {
			this.logins.lock(provider, ended.user());
			this.rows.login(organization, provider, ended.user())
				.ifPresent((login) -> end(login, ended.cause(), ended.at()));
		}));
	}

	private void end(PushRows.Told login, Cause cause, Instant at) {
		LoginRow.Asked asked = login.row().asked();
		if (login.invalid() != null || at.plus(SAME_MOMENT).isBefore(login.connectedAt())) {
			return;
		}
		if (at.minus(SAME_MOMENT).isBefore(login.connectedAt())) {
			this.verifications.verifySoon(asked, this.clock.instant());
		}
		else {
			this.verdicts.invalid(asked, cause);
		}
	}

	/** Nobody says whose token it was, so every living one is compared. */
	void end(ProviderId provider, Push.TokenEnded ended) {
		UUID last = null;
		List<PushRows.Told> page;
		do {
			page = this.rows.living(provider, last);
			for (PushRows.Told login : page) {
				last = login.row().asked().login();
				if (isMeant(login, ended)) {
					end(login.row().asked().organization(), provider,
							new Push.AccessEnded(login.row().kept().user(), Cause.TOKEN_REJECTED, ended.at()));
				}
			}
		}
		while (!page.isEmpty());
	}

	private boolean isMeant(PushRows.Told login, Push.TokenEnded ended) {
		try {
			SocialLogins.OpenTokens tokens = Tenancy.within(login.row().asked().organization(),
					() -> this.logins.open(login.row().asked().login(), login.row().tokens()));
			return tokens.refresh() != null && ended.token().test(tokens.refresh());
		}
		catch (UnreadableSecretException ex) {
			return false;
		}
	}

	void end(ProviderId provider, Push.ChannelEnded ended) {
		for (PushRows.Carried carried : this.rows.carrying(provider, ended)) {
			if (carried.since().isBefore(ended.at())) {
				Tenancy.within(carried.asked().organization(),
						() -> this.verdicts.lost(carried.asked(), carried.channel(), ended.cause(), null));
			}
		}
	}

	void lookAgain(ProviderId provider, String user) {
		this.rows.verifySoon(provider, user, this.clock.instant());
	}

}
