package io.channelkeeper.connection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.Networks;
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

	private final ConnectionService connections;

	private final Disconnecting rights;

	private final OtherChannels others;

	private final OfferedChannels offers;

	private final ChannelService channels;

	private final CreatorService creators;

	private final Networks networks;

	MemberSignInService(SignInService signIns, SignInAttempts attempts, ConnectionService connections,
			Disconnecting rights, OtherChannels others, OfferedChannels offers, ChannelService channels,
			CreatorService creators, Networks networks) {
		this.signIns = signIns;
		this.attempts = attempts;
		this.connections = connections;
		this.rights = rights;
		this.others = others;
		this.offers = offers;
		this.channels = channels;
		this.creators = creators;
		this.networks = networks;
	}

	/**
	 * What has to be said before a member leaves for the network.
	 * @throws ForbiddenException if the viewer may not connect this channel (H-3)
	 * @throws NotFoundException if there is no such channel
	 */
	@Transactional(readOnly = true)
	public ConnectPlan plan(Viewer viewer, UUID channelId) {
		this.rights.requireMayConnect(viewer, channelId);
		Channel channel = this.channels.get(channelId);
		return new ConnectPlan(channel, this.networks.get(channel.network()), this.creators.get(channel.creatorId()),
				this.connections.standing(channelId), this.networks.ways(channel.network()), othersOfLogin(channelId));
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
	 * @throws NotEligibleException if the channel is known to be private or personal
	 * (P-8)
	 */
	@Transactional
	public Departure leave(Viewer viewer, UUID channelId, ProviderId provider, String returnPath) {
		if (!plan(viewer, channelId).isEligible()) {
			throw new NotEligibleException(channelId);
		}
		return this.signIns
			.start(new SignInStart(channelId, provider, MemberErrand.NAME, null, viewer.memberId(), returnPath));
	}

	/**
	 * How a member's own attempt ended.
	 * @throws NotFoundException if it is not an attempt of this member, or not ended
	 * @throws SignInWithdrawnException if it failed and the member has no business with
	 * the channel any more
	 */
	@Transactional(readOnly = true)
	public MemberSignIn ended(Viewer viewer, UUID attemptId) {
		SignInAttempt attempt = own(viewer, attemptId);
		String path = Objects.requireNonNullElse(attempt.returnPath(), "/portfolio");
		Diagnosis diagnosis = this.attempts.diagnosis(attemptId).orElse(null);
		if (diagnosis != null && isWithdrawn(viewer, attempt.channelId())) {
			throw new SignInWithdrawnException(path);
		}
		return new MemberSignIn(attempt.id(), attempt.provider(), plan(viewer, attempt.channelId()), diagnosis,
				this.offers.ofAttempt(attemptId).orElse(null), this.others.offeredAfter(attemptId), path);
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
		return this.attempts.find(attemptId)
			.filter((attempt) -> viewer.memberId().equals(attempt.memberId()))
			.orElseThrow(() -> new NotFoundException("attempt", attemptId));
	}

	private List<String> othersOfLogin(UUID channelId) {
		return this.connections.othersOfLogin(channelId)
			.stream()
			.map(this.channels::get)
			.map((channel) -> this.networks.get(channel.network()).show(channel.handle(), channel.displayName()))
			.toList();
	}

}
