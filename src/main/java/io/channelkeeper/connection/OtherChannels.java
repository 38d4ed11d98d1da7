package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.NotFoundException;

/**
 * The other channels that a successful sign-in reaches (I-11). They are offered to the
 * person who signed in, for half an hour, and connected only if chosen.
 */
@Service
public class OtherChannels {

	private final ReachedChannels reached;

	private final SignInAttempts attempts;

	private final SignInLocks locks;

	private final SignInWishes wishes;

	private final SocialLogins logins;

	private final ChannelService channels;

	private final SignInJudge judge;

	private final SignInWays ways;

	private final Connecting connecting;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OtherChannels(ReachedChannels reached, SignInAttempts attempts, SignInLocks locks, SignInWishes wishes,
			SocialLogins logins, ChannelService channels, SignInJudge judge, SignInWays ways, Connecting connecting,
			ApplicationEventPublisher events, Clock clock) {
		this.reached = reached;
		this.attempts = attempts;
		this.locks = locks;
		this.wishes = wishes;
		this.logins = logins;
		this.channels = channels;
		this.judge = judge;
		this.ways = ways;
		this.connecting = connecting;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What can still be chosen after an attempt; nothing once half an hour has passed.
	 */
	@Transactional(readOnly = true)
	public List<ReachedOffer> offeredAfter(UUID attemptId) {
		return this.reached.offered(attemptId);
	}

	/**
	 * Connects the chosen ones through the login of the attempt. What is no longer
	 * offered is left out, and everything if the attempt's errand was withdrawn or that
	 * login has no access any more.
	 * @return how many were connected
	 * @throws NotFoundException if there is no such attempt
	 */
	@Transactional
	public int connect(UUID attemptId, Collection<String> externalIds) {
		SignInAttempt attempt = this.attempts.find(attemptId)
			.orElseThrow(() -> new NotFoundException("attempt", attemptId));
		this.reached.logins(attemptId, externalIds).forEach((login) -> this.locks.hold(attempt.channelId(), login));
		if (!this.wishes.isWanted(attempt)) {
			return 0;
		}
		Channel expected = this.channels.get(attempt.channelId());
		return (int) this.reached.take(attemptId, externalIds)
			.stream()
			.filter((one) -> isConnected(attempt, expected, one))
			.count();
	}

	private boolean isConnected(SignInAttempt attempt, Channel expected, ReachedChannels.Taken one) {
		SocialLoginEntity login = this.logins.find(one.loginId()).filter(SocialLoginEntity::hasAccess).orElse(null);
		boolean connects = login != null && this.judge.isNew(expected.creatorId(), one.channel().profile());
		if (login != null && connects) {
			connect(attempt, expected, login, one.channel());
		}
		return connects;
	}

	private void connect(SignInAttempt attempt, Channel expected, SocialLoginEntity login, ReachedChannel one) {
		Instant now = this.clock.instant();
		UUID id = this.channels.addReached(expected.creatorId(), one.profile());
		this.connecting.connect(id, login, one, this.ways.of(one.profile().network(), attempt.provider()),
				new SignedInBy(attempt.memberId(), expected.creatorId()), now);
		this.events.publishEvent(new ChannelConnected(attempt.organizationId(), attempt.id(), id, attempt.errand(),
				attempt.errandId(), attempt.memberId(), one.profile().picture()));
	}

}
