package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Lets a creator offer another account than the expected one, and members decide (B-5).
 * What they refuse or forget goes back to the network.
 */
@Service
public class OfferedChannels {

	/** The errand under which an accepted offer is told as connected. */
	public static final String ERRAND = "offer";

	private final OfferedGrants offers;

	private final ChannelService channels;

	private final SocialLogins logins;

	private final Connecting connecting;

	private final SignInWays ways;

	private final AccessReturns returns;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	private final Clock clock;

	OfferedChannels(OfferedGrants offers, ChannelService channels, SocialLogins logins, Connecting connecting,
			SignInWays ways, AccessReturns returns, ApplicationEventPublisher events, TransactionTemplate transactions,
			Clock clock) {
		this.offers = offers;
		this.channels = channels;
		this.logins = logins;
		this.connecting = connecting;
		this.ways = ways;
		this.returns = returns;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * What an attempt brought in place of the expected channel, unless it was decided.
	 */
	@Transactional(readOnly = true)
	public Optional<OfferedChannel> ofAttempt(UUID attemptId) {
		return this.offers.ofAttempt(attemptId);
	}

	/**
	 * The creator chose "add it as another channel".
	 * @throws NotFoundException if there is nothing to offer (any more)
	 */
	@Transactional
	public OfferedChannel offer(UUID attemptId) {
		OfferedChannel offer = this.offers.ofAttempt(attemptId)
			.orElseThrow(() -> new NotFoundException("offer of attempt", attemptId));
		if (this.offers.offer(offer.id())) {
			this.events
				.publishEvent(new ChannelOffered(Tenancy.current(), offer.creatorId(), offer.id(), offer.handle()));
		}
		return offer;
	}

	/** The offers that wait for a member's word, the oldest first. */
	@Transactional(readOnly = true)
	public List<OfferedChannel> open() {
		return this.offers.offered();
	}

	/**
	 * An offer that waits for a member's word.
	 * @throws NotFoundException if there is no such open offer
	 */
	@Transactional(readOnly = true)
	public OfferedChannel get(UUID id) {
		return find(id);
	}

	/**
	 * Makes a channel of an offer and connects it.
	 * @return the channel
	 * @throws NotFoundException if there is no such open offer
	 * @throws io.channelkeeper.channel.ChannelTakenException if another creator has the
	 * channel by now
	 */
	@Transactional
	public UUID accept(Viewer viewer, UUID id) {
		viewer.require(Action.INVITE);
		OfferedChannel offer = find(id);
		OfferedGrants.Origin origin = this.offers.origin(id);
		ProviderId provider = origin.provider();
		OfferedGrants.Kept kept = this.offers.settle(id, true, viewer.memberId())
			.orElseThrow(() -> new NotFoundException("offer", id));
		this.logins.lock(provider, kept.grant().userId());
		Instant now = this.clock.instant();
		ReachedChannel reached = kept.channel();
		SignedInBy by = new SignedInBy(null, offer.creatorId());
		UUID channelId = this.channels.addReached(offer.creatorId(), reached.profile());
		SocialLoginEntity login = this.logins.keep(provider, kept.grant(), by, now);
		this.connecting.connect(channelId, login, reached, this.ways.of(offer.network(), provider), by, now);
		this.events.publishEvent(new ChannelConnected(viewer.organizationId(), origin.attemptId(), channelId, ERRAND,
				id, null, reached.profile().picture()));
		return channelId;
	}

	/**
	 * Refuses an offer; its access goes back to the network.
	 * @throws NotFoundException if there is no such open offer
	 */
	public void refuse(Viewer viewer, UUID id) {
		viewer.require(Action.INVITE);
		this.transactions.executeWithoutResult((transaction) -> {
			find(id);
			giveUp(id, viewer.memberId());
		});
		this.returns.giveBackNew();
	}

	/** Gives up, over all organizations, what nobody decided in time. */
	int forgetExpired() {
		this.offers.eraseUnoffered();
		List<OfferedGrants.Forgotten> forgotten = this.offers.forgotten();
		forgotten.forEach((one) -> Tenancy.within(one.organizationId(),
				() -> this.transactions.executeWithoutResult((transaction) -> giveUp(one.id(), null))));
		return forgotten.size();
	}

	private void giveUp(UUID id, @Nullable UUID member) {
		ProviderId provider = this.offers.origin(id).provider();
		this.offers.settle(id, false, member).ifPresent((kept) -> this.returns.add(provider, kept.grant()));
	}

	private OfferedChannel find(UUID id) {
		return this.offers.find(id).orElseThrow(() -> new NotFoundException("offer", id));
	}

}
