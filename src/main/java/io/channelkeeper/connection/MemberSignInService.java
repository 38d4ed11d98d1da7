package io.channelkeeper.connection;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;

/**
 * Lets members connect channels by signing in themselves, in the same browser (M-36).
 */
@Service
public class MemberSignInService {

	private final SignInService signIns;

	private final SignInAttempts attempts;

	private final ConnectPlans plans;

	private final Disconnecting rights;

	private final OtherChannels others;

	private final OfferedChannels offers;

	private final ChannelService channels;

	private final CreatorService creators;

	MemberSignInService(SignInService signIns, SignInAttempts attempts, ConnectPlans plans, Disconnecting rights,
			OtherChannels others, OfferedChannels offers, ChannelService channels, CreatorService creators) {
		this.signIns = signIns;
		this.attempts = attempts;
		this.plans = plans;
		this.rights = rights;
		this.others = others;
		this.offers = offers;
		this.channels = channels;
		this.creators = creators;
	}

	/**
	 * What has to be said before a member leaves for the network.
	 * @throws ForbiddenException if the viewer may not connect this channel (H-3)
	 * @throws NotFoundException if there is no such channel
	 */
	@Transactional(readOnly = true)
	public ConnectPlan plan(Viewer viewer, UUID channelId) {
		this.rights.requireMayConnect(viewer, channelId);
		return this.plans.of(channelId);
	}

	/**
	 * What has to be said before a member disconnects.
	 * @throws ForbiddenException if the viewer may not (H-3)
	 * @throws NotFoundException if there is no such channel or it is not connected
	 */
	@Transactional(readOnly = true)
	public ConnectPlan disconnection(Viewer viewer, UUID channelId) {
		ConnectPlan plan = plan(viewer, channelId);
		if (!plan.isConnected()) {
			throw new NotFoundException("connection", channelId);
		}
		return plan;
	}

	/**
	 * Leaves for the network.
	 * @param manner how; nobody is replaced where nobody is signed in
	 * @throws NotEligibleException if the channel is known to be private or personal
	 * (P-8)
	 */
	@Transactional
	public Departure leave(Viewer viewer, UUID channelId, ProviderId provider, String returnPath, SignInManner manner) {
		ConnectPlan plan = plan(viewer, channelId);
		if (!plan.isEligible()) {
			throw new NotEligibleException(channelId);
		}
		return this.signIns.start(new SignInStart(channelId, provider, MemberErrand.NAME, null, viewer.memberId(),
				returnPath, new SignInManner(manner.replacing() && plan.isConnected(), manner.window())));
	}

	/**
	 * The end that a page behind a pop-up waits for: a path of ours, or empty while there
	 * is none.
	 */
	@Transactional(readOnly = true)
	public Optional<String> endedIn(Viewer viewer, UUID window) {
		return this.attempts.endedInWindow(window, viewer.memberId()).map(MemberErrand::end);
	}

	/**
	 * The page that waits behind the pop-up of an attempt.
	 * @throws NotFoundException if it is not an attempt of this member
	 */
	@Transactional(readOnly = true)
	public UUID waiting(Viewer viewer, UUID attemptId) {
		UUID window = own(viewer, attemptId).manner().window();
		return (window != null) ? window : attemptId;
	}

	/**
	 * How a member's own attempt ended.
	 * @throws NotFoundException if it is not an attempt of this member, or not ended
	 * @throws SignInWithdrawnException if it failed and the member has no business with
	 * the channel any more
	 */
	@Transactional(readOnly = true)
	public MemberSignIn ended(Viewer viewer, UUID attemptId) {
		SignInAttempt attempt = own(viewer, attemptId, this.attempts.findEnded(attemptId));
		String path = Objects.requireNonNullElse(attempt.returnPath(), "/portfolio");
		Diagnosis diagnosis = this.attempts.diagnosis(attemptId).orElse(null);
		if (diagnosis != null && isWithdrawn(viewer, attempt.channelId())) {
			throw new SignInWithdrawnException(path);
		}
		SignInAttempts.Spread spread = this.attempts.spread(attemptId);
		return new MemberSignIn(attempt.id(), attempt.provider(), plan(viewer, attempt.channelId()), diagnosis,
				this.offers.ofAttempt(attemptId).orElse(null), this.others.offeredAfter(attemptId),
				this.plans.of(spread.broughtBack(), false), this.plans.of(spread.leftOut(), true),
				attempt.isReconnection(), attempt.manner().replacing(), path);
	}

	/** Connects what the member chose of the other channels; answers how many. */
	@Transactional
	public int connectOthers(Viewer viewer, UUID attemptId, Collection<String> externalIds) {
		this.rights.requireMayConnect(viewer, own(viewer, attemptId).channelId());
		return this.others.connect(attemptId, externalIds);
	}

	/** Adds what came back in place of the expected channel; answers the new channel. */
	@Transactional
	public UUID addOther(Viewer viewer, UUID attemptId) {
		this.rights.requireMayConnect(viewer, own(viewer, attemptId).channelId());
		return this.offers.accept(viewer, this.offers.offer(attemptId).id());
	}

	private boolean isWithdrawn(Viewer viewer, UUID channelId) {
		Channel channel = this.channels.get(channelId);
		Creator creator = this.creators.get(channel.creatorId());
		return channel.archived() || creator.archived() || !viewer.mayConnect(creator.lookedAfterBy());
	}

	private SignInAttempt own(Viewer viewer, UUID attemptId) {
		return own(viewer, attemptId, this.attempts.find(attemptId));
	}

	private static SignInAttempt own(Viewer viewer, UUID attemptId, Optional<SignInAttempt> found) {
		return found.filter((attempt) -> viewer.memberId().equals(attempt.memberId()))
			.orElseThrow(() -> new NotFoundException("attempt", attemptId));
	}

}
