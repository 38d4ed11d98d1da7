package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.connection.ProfileReading.Closed;
import io.channelkeeper.connection.ProfileReading.Later;
import io.channelkeeper.connection.ProfileReading.Unanswered;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Reads connected channels by the login that carries them. A refusal ends nothing here:
 * the login is looked at before anything is said of it (N-5).
 */
@Component
class OwnProfiles {

	private final OwnProfileRows rows;

	private final OwnAnswers answers;

	private final ChannelProbe probe;

	private final SocialLogins logins;

	private final SignInProviders providers;

	private final Renewals renewals;

	private final Clock clock;

	OwnProfiles(OwnProfileRows rows, OwnAnswers answers, ChannelProbe probe, SocialLogins logins,
			SignInProviders providers, Renewals renewals, Clock clock) {
		this.rows = rows;
		this.answers = answers;
		this.probe = probe;
		this.logins = logins;
		this.providers = providers;
		this.renewals = renewals;
		this.clock = clock;
	}

	/** Reads a channel. Asks its network, so never inside a transaction. */
	ProfileReading read(Channel channel) {
		OwnProfileRows.Carried carried = this.rows.carried(channel.id()).orElse(null);
		if (carried != null && hasEnded(carried) && isRenewed(carried)) {
			carried = this.rows.carried(channel.id()).orElse(null);
		}
		if (carried == null || !this.providers.configured(carried.asked().provider())) {
			return new Unanswered();
		}
		if (hasEnded(carried)) {
			return doubt(carried);
		}
		try {
			return kept(channel, carried, ask(carried));
		}
		catch (UnreadableSecretException ex) {
			return doubt(carried);
		}
		catch (NetworkFaultException ex) {
			return refused(channel, carried, ex.fault());
		}
	}

	private Profile ask(OwnProfileRows.Carried carried) {
		SignInProvider provider = this.providers.get(carried.asked().provider());
		Grant grant = carried.login().kept().with(this.logins.open(carried.asked().login(), carried.login().tokens()));
		return LoginAtWork.within(carried.asked().login(), () -> provider.profile(grant,
				this.probe.held(carried.channel()), this.providers.registration(provider.id())));
	}

	/** Whether a channel that is closed now is still connected is found out at once. */
	private ProfileReading kept(Channel channel, OwnProfileRows.Carried carried, Profile profile) {
		ProfileReading reading = this.answers.keep(channel.id(), carried.asked().login(), profile,
				this.clock.instant());
		if (reading instanceof Closed) {
			doubt(carried);
		}
		return reading;
	}

	private ProfileReading refused(Channel channel, OwnProfileRows.Carried carried, NetworkFault fault) {
		return switch (fault) {
			case NetworkFault.RateLimited(var until) -> new Later(until);
			case NetworkFault.Unavailable _, NetworkFault.Unexpected _ -> new Unanswered();
			case NetworkFault.ChannelLost(var cause) when cause == Cause.PAGE_NOT_PUBLIC ->
				closed(channel, carried, Reason.PRIVATE);
			case NetworkFault.ChannelLost(var cause) when cause == Cause.NOT_PROFESSIONAL ->
				closed(channel, carried, Reason.PERSONAL);
			default -> doubt(carried);
		};
	}

	/** Some networks show to its own login no more what is not for reading. */
	private ProfileReading closed(Channel channel, OwnProfileRows.Carried carried, Reason reason) {
		doubt(carried);
		return this.answers.close(channel.id(), carried.asked().login(), reason, this.clock.instant());
	}

	private ProfileReading doubt(OwnProfileRows.Carried carried) {
		this.rows.doubt(carried.asked(), this.clock.instant());
		return new Unanswered();
	}

	private boolean hasEnded(OwnProfileRows.Carried carried) {
		Instant end = carried.login().kept().accessEnd();
		return end != null && !end.isAfter(this.clock.instant());
	}

	private boolean isRenewed(OwnProfileRows.Carried carried) {
		try {
			return this.renewals.renewNow(carried.asked().login()) == Renewals.Outcome.RENEWED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
