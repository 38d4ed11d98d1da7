package io.channelkeeper.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps the channels of the bound organization. A channel is there once; who adds it a
 * second time, even in the same moment, hears whose it is.
 */
@Service
public class ChannelService {

	private final ChannelRepository channels;

	private final ChannelFigures figures;

	private final CreatorService creators;

	private final Networks networks;

	private final ProfileKeeper profiles;

	private final ChannelDrifts drifts;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	private final Clock clock;

	ChannelService(ChannelRepository channels, ChannelFigures figures, CreatorService creators, Networks networks,
			ProfileKeeper profiles, ChannelDrifts drifts, ApplicationEventPublisher events,
			TransactionOperations transactions, Clock clock) {
		this.channels = channels;
		this.figures = figures;
		this.creators = creators;
		this.networks = networks;
		this.profiles = profiles;
		this.drifts = drifts;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Adds a channel that a member named.
	 * @return the new channel's id
	 * @throws ChannelTakenException if the organization has it already
	 * @throws NotFoundException if there is no such creator
	 */
	@Transactional
	public UUID add(Viewer viewer, UUID creatorId, ChannelAddress address) {
		viewer.require(Action.KEEP_PORTFOLIO);
		UUID id = insert(creatorId, address.network(), address.handle(), address.key(), address.externalId());
		this.events.publishEvent(new ChannelNamed(viewer.organizationId(), id, address.network(), false));
		return id;
	}

	/**
	 * Adds a channel that a sign-in reached, with its profile.
	 * @return the channel's id; the old one if this creator has the channel already
	 * @throws ChannelTakenException if another creator has it
	 */
	@Transactional
	public UUID addReached(UUID creatorId, Profile profile) {
		ChannelEntity known = first(profile.network(), this.profiles.keyOf(profile), profile.externalId()).orElse(null);
		if (known != null && !(known.creatorId().equals(creatorId) && known.mayBe(profile.externalId()))) {
			throw taken(known);
		}
		UUID id = (known != null) ? known.id() : insert(creatorId, profile.network(), profile.handle(),
				this.profiles.keyOf(profile), profile.externalId());
		recordProfile(id, profile, this.clock.instant());
		return id;
	}

	/**
	 * The channel, archived or not.
	 * @throws NotFoundException if the organization has none with this id
	 */
	@Transactional(readOnly = true)
	public Channel get(UUID id) {
		return find(id).toChannel();
	}

	/** The creator's channels by network and handle, without archived ones. */
	@Transactional(readOnly = true)
	public List<Channel> ofCreator(UUID creatorId) {
		return this.channels.findByCreator(creatorId).stream().map(ChannelEntity::toChannel).toList();
	}

	/** The channel with the network's own id, unless it is archived. */
	@Transactional(readOnly = true)
	public Optional<Channel> byExternalId(NetworkId network, String externalId) {
		return this.channels.findByExternalId(network.value(), externalId).map(ChannelEntity::toChannel);
	}

	/** The channel that this address names, unless it is archived. */
	@Transactional(readOnly = true)
	public Optional<Channel> byAddress(ChannelAddress address) {
		return first(address.network(), address.key(), address.externalId()).map(ChannelEntity::toChannel);
	}

	/**
	 * Corrects the handle. What was known of another handle, also that it was private or
	 * personal, is forgotten.
	 * @throws ChannelTakenException if the organization has the corrected one already
	 * @throws IllegalArgumentException if the address is of another network
	 */
	public void rename(Viewer viewer, UUID id, ChannelAddress address) {
		viewer.require(Action.KEEP_PORTFOLIO);
		try {
			this.transactions.executeWithoutResult((status) -> rename(id, address));
		}
		catch (DataIntegrityViolationException | OptimisticLockingFailureException ex) {
			// Somebody was faster by a moment: now it can be seen who.
			this.transactions.executeWithoutResult((status) -> rename(id, address));
		}
	}

	private void rename(UUID id, ChannelAddress address) {
		ChannelEntity channel = find(id);
		if (!channel.network().equals(address.network())) {
			throw new IllegalArgumentException("Not an address of " + channel.network());
		}
		other(channel, address.key(), address.externalId()).ifPresent((first) -> {
			throw taken(first);
		});
		boolean known = channel.isKnownBySignIn();
		if (channel.rename(address)) {
			renamed(channel, !known);
		}
	}

	private void renamed(ChannelEntity channel, boolean forgotten) {
		if (forgotten) {
			this.figures.forget(channel.id());
			this.drifts.forget(channel.id());
		}
		this.events.publishEvent(new ChannelNamed(Tenancy.current(), channel.id(), channel.network(), forgotten));
	}

	/** Puts a channel away; its connection, if any, goes on. */
	@Transactional
	public void archive(Viewer viewer, UUID id) {
		archive(viewer, id, false);
	}

	/**
	 * Puts a channel away. The same one can be added again.
	 * @param disconnect whether its connection is to end
	 * @throws ForbiddenException if the viewer may not disconnect it
	 */
	@Transactional
	public void archive(Viewer viewer, UUID id, boolean disconnect) {
		viewer.require(Action.KEEP_PORTFOLIO);
		ChannelEntity channel = find(id);
		if (disconnect && !viewer.mayConnect(this.creators.get(channel.creatorId()).lookedAfterBy())) {
			throw new ForbiddenException("disconnect", viewer.memberId());
		}
		if (channel.archive(this.clock.instant())) {
			this.events.publishEvent(new ChannelArchived(viewer.organizationId(), id, disconnect));
		}
	}

	/**
	 * Keeps what a network said of a channel: its names, facts and every figure. That it
	 * was private or personal is forgotten where the answer says otherwise, and what is
	 * not as it was is noted. A new handle that another channel still bears waits until
	 * that one was asked too.
	 * @throws ChannelTakenException if another channel has the network's id already
	 */
	@Transactional
	public void recordProfile(UUID channelId, Profile profile, Instant at) {
		ChannelEntity channel = find(channelId);
		this.channels.findByExternalId(profile.network().value(), profile.externalId())
			.filter(not(channel))
			.ifPresent((first) -> {
				throw taken(first);
			});
		this.profiles.learn(channel, profile, at);
	}

	/**
	 * Deletes everything that sign-ins told of a channel, of all times.
	 */
	@Transactional
	public void forgetSignIn(UUID channelId) {
		find(channelId).forgetSignIn();
		this.figures.forget(channelId);
		this.drifts.forget(channelId);
	}

	/** The newest value of every figure, by name. */
	@Transactional(readOnly = true)
	public List<Figure> figures(UUID channelId) {
		return figures(List.of(channelId)).getOrDefault(channelId, List.of());
	}

	/** The same of several channels; those without figures are left out. */
	@Transactional(readOnly = true)
	public Map<UUID, List<Figure>> figures(Collection<UUID> channelIds) {
		return this.figures.newest(channelIds);
	}

	/**
	 * Marks a channel as private or personal.
	 * @param viewer the member who says so, or null when it is known from an attempt or a
	 * look-up
	 */
	@Transactional
	public void markIneligible(UUID id, Ineligibility.Reason reason, Ineligibility.Source source,
			@Nullable Viewer viewer) {
		if (viewer != null) {
			viewer.require(Action.KEEP_PORTFOLIO);
		}
		UUID by = (viewer != null) ? viewer.memberId() : null;
		find(id).markIneligible(new Ineligibility(reason, source, this.clock.instant(), by));
		this.events.publishEvent(new EligibilityChanged(Tenancy.current(), id));
	}

	/**
	 * A member says that a channel is neither private nor personal, whatever was known.
	 */
	@Transactional
	public void clearIneligible(Viewer viewer, UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		find(id).open();
		this.events.publishEvent(new EligibilityChanged(Tenancy.current(), id));
	}

	private UUID insert(UUID creatorId, NetworkId network, String handle, String key, @Nullable String externalId) {
		this.creators.get(creatorId);
		UUID id = Ids.next();
		int inserted = this.channels.insert(id, Tenancy.current(), creatorId, network.value(), handle, key, externalId,
				this.clock.instant());
		if (inserted == 0) {
			throw taken(first(network, key, externalId).orElseThrow());
		}
		return id;
	}

	private ChannelEntity find(UUID id) {
		return this.channels.findById(id).orElseThrow(() -> new NotFoundException("channel", id));
	}

	private Optional<ChannelEntity> first(NetworkId network, String key, @Nullable String externalId) {
		Optional<ChannelEntity> known = (externalId != null)
				? this.channels.findByExternalId(network.value(), externalId) : Optional.empty();
		return known.or(() -> this.channels.findByKey(network.value(), key));
	}

	private Optional<ChannelEntity> other(ChannelEntity channel, String key, @Nullable String externalId) {
		return this.channels.findByKey(channel.network().value(), key)
			.filter(not(channel))
			.or(() -> Optional.ofNullable(externalId)
				.flatMap((known) -> this.channels.findByExternalId(channel.network().value(), known))
				.filter(not(channel)));
	}

	private static Predicate<ChannelEntity> not(ChannelEntity channel) {
		return (other) -> !other.id().equals(channel.id());
	}

	private ChannelTakenException taken(ChannelEntity first) {
		Channel channel = first.toChannel();
		return new ChannelTakenException(channel.creatorId(), channel.id(),
				this.networks.get(channel.network()).show(channel.handle(), channel.displayName()));
	}

}
