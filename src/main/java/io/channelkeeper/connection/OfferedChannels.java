package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.creator.CreatorArchived;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Lets a creator offer another account than the expected one, and members decide (B-5).
 * What they refuse or forget goes back to the network.
 */
@Service
public class OfferedChannels {

	/** The errand under which an accepted offer is told as connected. */
	public static final String ERRAND = "offer";

	private static final Logger log = LoggerFactory.getLogger(OfferedChannels.class);

	private final OfferedGrants offers;

	private final SignInAttempts attempts;

	private final SignInLocks locks;

	private final SignInWishes wishes;

	private final OfferAcceptance acceptance;

	private final AccessReturns returns;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	OfferedChannels(OfferedGrants offers, SignInAttempts attempts, SignInLocks locks, SignInWishes wishes,
			OfferAcceptance acceptance, AccessReturns returns, ApplicationEventPublisher events,
			TransactionTemplate transactions) {
		this.offers = offers;
		this.attempts = attempts;
		this.locks = locks;
		this.wishes = wishes;
		this.acceptance = acceptance;
		this.returns = returns;
		this.events = events;
		this.transactions = transactions;
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
	 * @throws NotFoundException if there is nothing to offer (any more), or what the
	 * creator left for was withdrawn
	 */
	@Transactional
	public OfferedChannel offer(UUID attemptId) {
		OfferedChannel offer = this.offers.ofAttempt(attemptId)
			.orElseThrow(() -> new NotFoundException("offer of attempt", attemptId));
		requireWanted(offer, attemptId);
		this.offers.earlier(offer.id()).forEach((earlier) -> giveUp(earlier, null));
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
	 * An offer as a member may look at it: one that waits for a word, or what came back
	 * from the member's own sign-in.
	 * @throws NotFoundException if there is none for this member
	 */
	@Transactional(readOnly = true)
	public OfferedChannel look(Viewer viewer, UUID id) {
		return this.offers.findKept(id)
			.filter((offer) -> offer.offeredAt() != null || isOwn(viewer, id))
			.orElseThrow(() -> new NotFoundException("offer", id));
	}

	/**
	 * Makes a channel of an offer and connects it.
	 * @return the channel
	 * @throws NotFoundException if there is no such open offer
	 * @throws io.channelkeeper.channel.ChannelTakenException if another creator has the
	 * channel by now
	 * @throws OfferOvertakenException if the channel is connected by now, through a
	 * sign-in that can do more
	 */
	@Transactional
	public UUID accept(Viewer viewer, UUID id) {
		viewer.require(Action.INVITE);
		return this.acceptance.accept(viewer, find(id));
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

	/** Nothing is kept for a creator who was put away, and nothing can be accepted. */
	@EventListener
	@Transactional
	public void on(CreatorArchived archived) {
		Tenancy.within(archived.organizationId(),
				() -> this.offers.ofCreator(archived.creatorId()).forEach((id) -> giveUp(id, null)));
	}

	/** Gives up, over all organizations, what nobody offered or decided in time. */
	int forgetExpired() {
		return (int) this.offers.forgotten().stream().filter(this::isGivenUp).count();
	}

	private boolean isGivenUp(OfferedGrants.Forgotten one) {
		try {
			Tenancy.within(one.organizationId(),
					() -> this.transactions.executeWithoutResult((transaction) -> giveUp(one.id(), null)));
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("Offer {} not given up yet: {}", one.id(), ex.getClass().getSimpleName());
			return false;
		}
	}

	/** Deletes, over all organizations, what was decided that long ago. */
	int eraseOld(Instant before) {
		return this.offers.eraseDecided(before);
	}

	private void giveUp(UUID id, @Nullable UUID member) {
		OfferedGrants.Origin origin = this.offers.origin(id).orElseThrow(() -> new NotFoundException("offer", id));
		this.events.publishEvent(new OfferGivenUp(Tenancy.current(), id));
		try {
			this.offers.settle(id, false, member).ifPresent((kept) -> {
				if (member != null) {
					this.returns.add(origin.provider(), kept.grant());
				}
				else {
					this.returns.addWhenQuiet(origin.provider(), kept.grant(), origin.expectedChannelId());
				}
			});
		}
		catch (UnreadableSecretException ex) {
			log.warn("Offer {} cannot be given back, its key is missing", id);
		}
	}

	private void requireWanted(OfferedChannel offer, UUID attemptId) {
		OfferedGrants.Origin origin = this.offers.origin(offer.id()).orElseThrow();
		this.locks.hold(origin.expectedChannelId(), origin.provider(), origin.user());
		if (this.attempts.find(attemptId).filter(this.wishes::isWanted).isEmpty()) {
			throw new NotFoundException("offer of attempt", attemptId);
		}
	}

	private boolean isOwn(Viewer viewer, UUID id) {
		return this.offers.origin(id).filter((origin) -> viewer.memberId().equals(origin.memberId())).isPresent();
	}

	private OfferedChannel find(UUID id) {
		return this.offers.find(id).orElseThrow(() -> new NotFoundException("offer", id));
	}

}
