package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.KeyRegister;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Finds out whether logins still work. Nothing is called dead because it was refused
 * once: it is asked again some seconds later, and then in another way (N-5, N-9).
 */
@Component
class Verification {

	/** Networks may refuse a fresh token for some seconds (N-9). */
	private static final Duration SECOND_LOOK = Duration.ofSeconds(10);

	/** What ends a token, and is over with a new one. */
	static final Set<Cause> OF_THE_TOKEN = EnumSet.of(Cause.TOKEN_REJECTED, Cause.ACCESS_REVOKED,
			Cause.PASSWORD_CHANGED);

	/** How long a network's trouble is taken for the reason of a refusal. */
	private static final Duration PATIENCE = Duration.ofHours(6);

	private final VerificationRows rows;

	private final Verdicts verdicts;

	private final Renewals renewals;

	private final SocialLogins logins;

	private final SignInProviders providers;

	private final ChannelProbe probe;

	private final NetworkTroubles troubles;

	private final KeyRegister keys;

	private final Clock clock;

	Verification(VerificationRows rows, Verdicts verdicts, Renewals renewals, SocialLogins logins,
			SignInProviders providers, ChannelProbe probe, NetworkTroubles troubles, KeyRegister keys, Clock clock) {
		this.rows = rows;
		this.verdicts = verdicts;
		this.renewals = renewals;
		this.logins = logins;
		this.providers = providers;
		this.probe = probe;
		this.troubles = troubles;
		this.keys = keys;
		this.clock = clock;
	}

	/** Takes what is due at a provider, so that nobody else does. */
	List<Due> take(ProviderId provider, int most) {
		return this.rows.claim(provider, this.clock.instant(), most);
	}

	/** Looks at one login. Asks networks, so never inside a transaction. */
	Due verify(Due due) throws InterruptedException {
		return Tenancy.call(due.asked().organization(), () -> {
			look(due);
			return due;
		});
	}

	private void look(Due due) throws InterruptedException {
		Instant now = this.clock.instant();
		SignInProvider provider = this.providers.get(due.asked().provider());
		if (!this.providers.configured(provider.id()) || due.login().tokens().access() == null) {
			return;
		}
		try {
			Grant grant = due.login().kept().with(this.logins.open(due.asked().login(), due.login().tokens()));
			if (hasEnded(grant, now) && isRenewable(due, provider)) {
				renew(due, new NetworkFault.TokenExpired());
				return;
			}
			List<VerificationRows.Hanging> channels = this.probe.channels(due.asked());
			answered(due, provider, channels, ask(due, provider, grant, channels));
		}
		catch (UnreadableSecretException ex) {
			if (this.keys.isLeftToOthers(ex)) {
				this.rows.verifySoon(due.asked(), now.plus(Renewals.LEAVE_TO_OTHERS));
				return;
			}
			this.rows.unreadable(due.asked(), LoginPlan.nextHope(due.failures(), now), now);
		}
		catch (NetworkFaultException ex) {
			refused(due, provider, ex.fault());
		}
	}

	/** That a dead login is refused says nothing about the network. */
	private Map<VerificationRows.Hanging, NetworkFault> ask(Due due, SignInProvider provider, Grant grant,
			List<VerificationRows.Hanging> channels) {
		if (due.isBroken(this.clock.instant())) {
			return this.probe.ask(provider, grant, channels);
		}
		return LoginAtWork.within(due.asked().login(), () -> this.probe.ask(provider, grant, channels));
	}

	/** The access works; some of its channels may not be reached any more. */
	private void answered(Due due, SignInProvider provider, List<VerificationRows.Hanging> channels,
			Map<VerificationRows.Hanging, NetworkFault> faults) {
		Instant now = this.clock.instant();
		boolean news = faults.entrySet().stream().anyMatch((one) -> isNews(one.getKey(), one.getValue()));
		if ((news || due.login().refused() != null) && isPostponed(due, now)) {
			return;
		}
		if (news && !due.suspected()) {
			this.rows.suspect(due.asked(), now.plus(SECOND_LOOK), now);
			return;
		}
		channels.forEach((channel) -> apply(due, channel, faults.get(channel)));
		if (due.login().refused() != null && due.invalid() == null) {
			this.rows.worksToItsEnd(due.asked(), LoginPlan.nextVerification(now), now);
			return;
		}
		Instant renewAt = due.inDoubt() ? null : LoginPlan.renewAt(provider.renewal(), due.login().kept().accessEnd(),
				due.login().tokens().refresh() != null, now);
		this.verdicts.works(due.asked(), renewAt, due.isBroken(now));
	}

	private static boolean isNews(VerificationRows.Hanging channel, NetworkFault fault) {
		return !fault.isTemporary() && !cause(fault).name().equals(channel.lost());
	}

	/** Which permissions were granted we know ourselves; the network need not refuse. */
	private void apply(Due due, VerificationRows.Hanging channel, @Nullable NetworkFault said) {
		NetworkFault fault = (said != null) ? said
				: this.probe.missing(due.asked().provider(), channel, due.login().kept().scopes()).orElse(null);
		if (fault == null) {
			this.verdicts.regained(due.asked(), channel.id());
		}
		else if (!fault.isTemporary()) {
			this.probe.lost(due.asked(), channel, fault);
		}
	}

	private void refused(Due due, SignInProvider provider, NetworkFault fault) throws InterruptedException {
		Instant now = this.clock.instant();
		if (fault.isTemporary()) {
			Instant until = (fault instanceof NetworkFault.RateLimited(var said)) ? said : null;
			this.rows.unanswered(due.asked(), LoginPlan.again(due.failures(), now, until), now);
		}
		else if (due.isBroken(now)) {
			this.rows.stillSo(due.asked(), LoginPlan.nextHope(due.failures() + 1, now), now);
		}
		else if (isPostponed(due, now)) {
			return;
		}
		else if (!due.suspected()) {
			this.rows.suspect(due.asked(), now.plus(SECOND_LOOK), now);
		}
		else if (!fault.isEndOfAccess()) {
			this.probe.channels(due.asked()).forEach((channel) -> apply(due, channel, fault));
			this.rows.stillSo(due.asked(), LoginPlan.nextHope(due.failures(), now), now);
		}
		else if (isRenewable(due, provider) && !due.remade() && isCuredByRenewal(fault)) {
			renew(due, fault);
		}
		else {
			end(due, fault, due.login().refused());
		}
	}

	/**
	 * Nothing is concluded from a network that is in trouble itself (B-7); but whom it
	 * refuses for hours, while others get answers, is not kept in the dark.
	 */
	private boolean isPostponed(Due due, Instant now) {
		Instant since = due.suspectedSince();
		if (since != null && !since.plus(PATIENCE).isAfter(now)) {
			return false;
		}
		boolean troubled = this.troubles.isTroubled(due.asked().provider());
		if (troubled) {
			this.rows.suspect(due.asked(), LoginPlan.afterTrouble(now), now);
		}
		return troubled;
	}

	/** The other way to ask: who gets new tokens is not dead. */
	private void renew(Due due, NetworkFault fault) throws InterruptedException {
		Instant now = this.clock.instant();
		switch (this.renewals.renewNow(due.asked().login())) {
			case RENEWED -> {
				if (due.suspected()) {
					this.rows.remade(due.asked(), now.plus(SECOND_LOOK));
				}
				else {
					this.rows.verifySoon(due.asked(), now);
				}
			}
			case OVERTAKEN -> this.rows.verifySoon(due.asked(), now);
			case LATER -> this.rows.unanswered(due.asked(), LoginPlan.again(due.failures(), now, null), now);
			case REFUSED -> {
				if (due.suspected() && !isPostponed(due, now)) {
					end(due, fault, this.rows.refusal(due.asked()).orElse(null));
				}
			}
			case IN_DOUBT -> {
				// It says itself when it is to be looked at.
			}
		}
	}

	private void end(Due due, NetworkFault fault, @Nullable String refused) {
		Cause cause = cause(fault);
		if (cause == Cause.TOKEN_REJECTED && refused != null) {
			cause = Cause.valueOf(refused);
		}
		if (fault instanceof NetworkFault.TokenExpired && refused == null) {
			this.verdicts.expired(due.asked());
		}
		else {
			this.verdicts.invalid(due.asked(), cause);
		}
	}

	/** An account that is locked or suspended is so with any token. */
	private static boolean isCuredByRenewal(NetworkFault fault) {
		return fault instanceof NetworkFault.TokenExpired || OF_THE_TOKEN.contains(cause(fault));
	}

	private static boolean hasEnded(Grant grant, Instant now) {
		return grant.accessExpiresAt() != null && !grant.accessExpiresAt().isAfter(now);
	}

	private static boolean isRenewable(Due due, SignInProvider provider) {
		return !due.inDoubt() && due.login().refused() == null && switch (provider.renewal()) {
			case NONE -> false;
			case EXTENDS -> true;
			case REFRESHES, ROTATES -> due.login().tokens().refresh() != null;
		};
	}

	static Cause cause(NetworkFault fault) {
		return switch (fault) {
			case NetworkFault.TokenRejected(var cause) -> cause;
			case NetworkFault.ChannelLost(var cause) -> cause;
			case NetworkFault.PermissionMissing _ -> Cause.PERMISSION_MISSING;
			default -> Cause.TOKEN_REJECTED;
		};
	}

	/**
	 * A login that is to be looked at.
	 *
	 * @param login its row
	 * @param failures how often in a row nothing came of it
	 * @param suspectedSince when it was refused for the first time, or null
	 * @param inDoubt whether its renewal was cut off
	 * @param invalid why it is invalid already, or null
	 * @param unreadable whether its key was missing
	 * @param remade whether its tokens were made because older ones were refused
	 */
	record Due(LoginRow login, int failures, @Nullable Instant suspectedSince, boolean inDoubt,
			@Nullable String invalid, boolean unreadable, boolean remade) {

		LoginRow.Asked asked() {
			return this.login.asked();
		}

		boolean suspected() {
			return this.suspectedSince != null;
		}

		boolean isBroken(Instant now) {
			Instant deadline = this.login.kept().deadline();
			return this.invalid != null || this.unreadable || (deadline != null && !deadline.isAfter(now));
		}

	}

}
