package io.channelkeeper.connection;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ReachedChannel;

/**
 * Ends attempts, tells of it, and lets no access stay at a network that an attempt left
 * behind (I-9).
 */
@Component
class SignInEnding {

	private final SignInAttempts attempts;

	private final ChannelService channels;

	private final AccessReturns returns;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SignInEnding(SignInAttempts attempts, ChannelService channels, AccessReturns returns,
			ApplicationEventPublisher events, Clock clock) {
		this.attempts = attempts;
		this.channels = channels;
		this.returns = returns;
		this.events = events;
		this.clock = clock;
	}

	/** The expected channel is connected. */
	@Transactional
	public void connected(SignInAttempt attempt, ReachedChannel match) {
		this.attempts.end(attempt.id(), null, this.clock.instant());
		this.events.publishEvent(new ChannelConnected(attempt.organizationId(), attempt.id(), attempt.channelId(),
				attempt.errand(), attempt.errandId(), attempt.memberId(), match.profile().picture()));
	}

	/** Another account came back and is kept until somebody decides (B-5). */
	@Transactional
	public void kept(SignInAttempt attempt, UUID offerId, ReachedChannel other) {
		this.events.publishEvent(new OtherChannelKept(attempt.organizationId(), offerId, other.profile().picture()));
	}

	/** Nothing is connected; what was granted goes back once no retry is likely. */
	@Transactional
	public void failed(SignInAttempt attempt, Diagnosis diagnosis, @Nullable Grant granted) {
		failed(attempt, diagnosis, granted, null);
	}

	/**
	 * The same, where the expected channel was found.
	 * @param granted what was granted and is kept nowhere, or null
	 * @param match the expected channel, or null
	 */
	@Transactional
	public void failed(SignInAttempt attempt, Diagnosis diagnosis, @Nullable Grant granted,
			@Nullable ReachedChannel match) {
		if (diagnosis.kind() == DiagnosisKind.PERSONAL_ACCOUNT) {
			markIneligible(attempt.channelId(), Ineligibility.Reason.PERSONAL);
		}
		else if (match != null && Boolean.FALSE.equals(match.profile().isPublic())) {
			markIneligible(attempt.channelId(), Ineligibility.Reason.PRIVATE);
		}
		bury(attempt, diagnosis, granted);
		this.events.publishEvent(new SignInFailed(attempt.organizationId(), attempt.id(), attempt.channelId(),
				attempt.errand(), attempt.errandId(), diagnosis));
	}

	/** Nobody wants it any more, so what was granted goes back at once. */
	@Transactional
	public void withdrawn(SignInAttempt attempt, Diagnosis diagnosis, Grant granted) {
		this.returns.add(attempt.provider(), granted);
		failed(attempt, diagnosis, null);
	}

	/** Ends an attempt without telling anybody. */
	@Transactional
	public void bury(SignInAttempt attempt, Diagnosis diagnosis, @Nullable Grant granted) {
		this.attempts.end(attempt.id(), diagnosis, this.clock.instant());
		if (granted != null) {
			this.returns.addLater(attempt.provider(), granted, attempt.channelId());
		}
	}

	/**
	 * Ends an attempt that came back in another browser; nothing else happens, but
	 * whoever waits for its end must not take it for a connection.
	 */
	@Transactional
	public void abandoned(SignInAttempt attempt) {
		bury(attempt, Diagnosis.of(DiagnosisKind.STOPPED), null);
	}

	private void markIneligible(UUID channelId, Ineligibility.Reason reason) {
		this.channels.markIneligible(channelId, reason, Ineligibility.Source.ATTEMPT, null);
	}

}
