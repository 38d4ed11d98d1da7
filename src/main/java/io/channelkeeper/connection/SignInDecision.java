package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.Tenancy;

/**
 * Stores what a sign-in comes to, all of it or nothing: a connection, or a diagnosis.
 */
@Component
class SignInDecision {

	private final SignInJudge judge;

	private final ChannelService channels;

	private final SocialLogins logins;

	private final Connecting connecting;

	private final ReachedChannels others;

	private final OfferedGrants offers;

	private final SignInAttempts attempts;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SignInDecision(SignInJudge judge, ChannelService channels, SocialLogins logins, Connecting connecting,
			ReachedChannels others, OfferedGrants offers, SignInAttempts attempts, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.judge = judge;
		this.channels = channels;
		this.logins = logins;
		this.connecting = connecting;
		this.others = others;
		this.offers = offers;
		this.attempts = attempts;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Connects the expected channel, or says what is missing. */
	@Transactional
	public @Nullable Diagnosis decide(SignInAttempt attempt, SignInHarvest harvest) {
		this.logins.lock(attempt.provider(), harvest.grant().userId());
		lockChannel(attempt.channelId());
		Channel expected = this.channels.get(attempt.channelId());
		SignInJudge.Judgement judgement = this.judge.judge(expected, attempt.provider(), harvest);
		ReachedChannel match = judgement.match();
		Diagnosis diagnosis = judgement.diagnosis();
		ReachedChannel other = judgement.other();
		if (match != null && diagnosis == null) {
			connect(attempt, expected, harvest, match);
			return null;
		}
		if (other != null && this.judge.isNew(expected.creatorId(), other.profile())) {
			this.offers.keep(attempt, expected, harvest.grant(), other);
		}
		Diagnosis told = (diagnosis != null) ? diagnosis : harvest.whenNone();
		fail(attempt, told, match);
		return told;
	}

	/** Keeps a diagnosis that was known before anything could be compared. */
	@Transactional
	public void fail(SignInAttempt attempt, Diagnosis diagnosis) {
		fail(attempt, diagnosis, null);
	}

	/** Ends an attempt that came back in another browser; nothing else happens. */
	@Transactional
	public void abandon(SignInAttempt attempt) {
		this.attempts.end(attempt.id(), null, this.clock.instant());
	}

	private void connect(SignInAttempt attempt, Channel expected, SignInHarvest harvest, ReachedChannel match) {
		Instant now = this.clock.instant();
		SignedInBy by = new SignedInBy(attempt.memberId(), expected.creatorId());
		SocialLoginEntity login = this.logins.keep(attempt.provider(), harvest.grant(), by, now);
		this.connecting.connect(expected.id(), login, match, harvest.way(), by, now);
		this.connecting.refresh(login, expected.id(), harvest, by, now);
		this.others.keep(attempt, login.id(), offerable(expected, harvest, match));
		this.attempts.end(attempt.id(), null, now);
		this.events.publishEvent(new ChannelConnected(attempt.organizationId(), attempt.id(), expected.id(),
				attempt.errand(), attempt.errandId(), attempt.memberId(), match.profile().picture()));
	}

	private List<ReachedChannel> offerable(Channel expected, SignInHarvest harvest, ReachedChannel match) {
		return Stream.concat(harvest.channels().stream(), harvest.others().stream())
			.filter((reached) -> !reached.equals(match) && reached.obstacle() == null)
			.filter((reached) -> this.judge.isNew(expected.creatorId(), reached.profile()))
			.toList();
	}

	private void fail(SignInAttempt attempt, Diagnosis diagnosis, @Nullable ReachedChannel match) {
		this.attempts.end(attempt.id(), diagnosis, this.clock.instant());
		if (diagnosis.kind() == DiagnosisKind.PERSONAL_ACCOUNT) {
			markIneligible(attempt.channelId(), Ineligibility.Reason.PERSONAL);
		}
		else if (match != null && Boolean.FALSE.equals(match.profile().isPublic())) {
			markIneligible(attempt.channelId(), Ineligibility.Reason.PRIVATE);
		}
		this.events.publishEvent(new SignInFailed(attempt.organizationId(), attempt.id(), attempt.channelId(),
				attempt.errand(), attempt.errandId(), diagnosis));
	}

	private void markIneligible(UUID channelId, Ineligibility.Reason reason) {
		this.channels.markIneligible(channelId, reason, Ineligibility.Source.ATTEMPT, null);
	}

	private void lockChannel(UUID id) {
		this.jdbc.sql("select 1 from channel where id = :id and organization_id = :organization for update")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query(Integer.class)
			.optional();
	}

}
