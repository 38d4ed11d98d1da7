package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ReachedChannel;

/**
 * Stores what a sign-in comes to, all of it or nothing: a connection, or a diagnosis.
 */
@Component
class SignInDecision {

	private final SignInLocks locks;

	private final SignInWishes wishes;

	private final SignInJudge judge;

	private final ChannelService channels;

	private final SocialLogins logins;

	private final Connecting connecting;

	private final Cascade cascade;

	private final ReachedChannels others;

	private final OfferedGrants offers;

	private final AccessReturns returns;

	private final SignInEnding ending;

	private final Clock clock;

	SignInDecision(SignInLocks locks, SignInWishes wishes, SignInJudge judge, ChannelService channels,
			SocialLogins logins, Connecting connecting, Cascade cascade, ReachedChannels others, OfferedGrants offers,
			AccessReturns returns, SignInEnding ending, Clock clock) {
		this.locks = locks;
		this.wishes = wishes;
		this.judge = judge;
		this.channels = channels;
		this.logins = logins;
		this.connecting = connecting;
		this.cascade = cascade;
		this.others = others;
		this.offers = offers;
		this.returns = returns;
		this.ending = ending;
		this.clock = clock;
	}

	/** Connects the expected channel, or says what is missing. */
	@Transactional
	public @Nullable Diagnosis decide(SignInAttempt attempt, SignInHarvest harvest) {
		Grant grant = harvest.grant();
		this.locks.hold(attempt.channelId(), attempt.provider(), grant.userId());
		Diagnosis stopped = Diagnosis.of(DiagnosisKind.STOPPED);
		if (!this.wishes.isWanted(attempt)) {
			this.ending.withdrawn(attempt, stopped, grant);
			return stopped;
		}
		if (this.returns.isBegunSince(attempt, grant.userId())) {
			this.ending.failed(attempt, stopped, grant);
			return stopped;
		}
		return compare(attempt, harvest);
	}

	private @Nullable Diagnosis compare(SignInAttempt attempt, SignInHarvest harvest) {
		Channel expected = this.channels.get(attempt.channelId());
		SignInJudge.Judgement judgement = this.judge.judge(expected, attempt, harvest);
		ReachedChannel match = judgement.match();
		Diagnosis diagnosis = judgement.diagnosis();
		ReachedChannel other = judgement.other();
		if (match != null && diagnosis == null) {
			connect(attempt, expected, harvest, match);
			return null;
		}
		boolean kept = other != null && this.judge.isNew(expected.creatorId(), other.profile());
		if (other != null && kept) {
			this.ending.kept(attempt, this.offers.keep(attempt, expected, harvest.grant(), other), other);
		}
		Diagnosis told = (diagnosis != null) ? diagnosis : harvest.whenNone();
		this.ending.failed(attempt, told, kept ? null : harvest.grant(), match);
		return told;
	}

	private void connect(SignInAttempt attempt, Channel expected, SignInHarvest harvest, ReachedChannel match) {
		Instant now = this.clock.instant();
		SignedInBy by = new SignedInBy(attempt.memberId(), expected.creatorId());
		Cascade.Before before = this.cascade.before(attempt, harvest.grant());
		SocialLoginEntity login = this.logins.keep(attempt.provider(), harvest.grant(), by, now);
		this.connecting.connect(expected.id(), login, match, harvest.way(), by, now);
		this.cascade.spread(new Cascade.SignIn(attempt, login, harvest, by, now), before);
		this.others.keep(attempt, login.id(), offerable(expected, harvest, match));
		this.ending.connected(attempt, match);
	}

	private List<ReachedChannel> offerable(Channel expected, SignInHarvest harvest, ReachedChannel match) {
		return harvest.sound()
			.stream()
			.filter((reached) -> !reached.equals(match))
			.filter((reached) -> this.judge.isNew(expected.creatorId(), reached.profile()))
			.toList();
	}

}
