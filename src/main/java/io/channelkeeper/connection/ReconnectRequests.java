package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelArchived;
import io.channelkeeper.creator.CreatorArchived;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Lets members ask colleagues to connect a channel again (B-17). A request ends by itself
 * when the channel works again, or when there is nothing to connect any more.
 */
@Service
public class ReconnectRequests {

	private final ReconnectRequestRows rows;

	private final ConnectionService connections;

	private final ConcernedMembers concerned;

	private final ConnectionRepository stored;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReconnectRequests(ReconnectRequestRows rows, ConnectionService connections, ConcernedMembers concerned,
			ConnectionRepository stored, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.connections = connections;
		this.concerned = concerned;
		this.stored = stored;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks whoever connected the channel last, or who stands in for that person, to
	 * connect it again; everybody in the organization may (H-4).
	 * @throws NotFoundException if there is no such channel or it was put away
	 * @throws NotConnectedException if it has no connection
	 * @throws AlreadyAskedException if somebody asked within the last day
	 * @throws NobodyToAskException if nobody but the viewer could do it
	 */
	@Transactional
	public ReconnectRequest ask(Viewer viewer, UUID channelId) {
		if (!this.rows.hold(channelId)) {
			throw new NotFoundException("channel", channelId);
		}
		ChannelStanding standing = this.connections.standing(channelId);
		if (!standing.state().hasLogin()) {
			throw new NotConnectedException(channelId);
		}
		Set<UUID> asked = this.concerned.toReconnect(viewer, standing)
			.stream()
			.map(Member::id)
			.collect(Collectors.toUnmodifiableSet());
		if (asked.isEmpty()) {
			throw new NobodyToAskException(channelId);
		}
		return tell(viewer, channelId, this.rows.ask(channelId, viewer.memberId(), asked, this.clock.instant()), false);
	}

	private ReconnectRequest tell(Viewer viewer, UUID channelId, Optional<ReconnectRequest> stored, boolean takeOver) {
		ReconnectRequest request = stored.orElseThrow(
				() -> new AlreadyAskedException(this.rows.open(Set.of(channelId), this.clock.instant()).getFirst()));
		this.events.publishEvent(new ReconnectAsked(viewer.organizationId(), request.id(), channelId, viewer.memberId(),
				request.asked(), takeOver));
		return request;
	}

	/**
	 * Asks a colleague to take over a sign-in before whoever holds it leaves (B-10). That
	 * somebody else was asked before does not hinder it: that may be who leaves.
	 * @param channelId a channel that hangs on it
	 * @param memberId the colleague
	 * @throws NotFoundException if there is no such channel, or no such member who may
	 * connect it
	 * @throws NotConnectedException if it has no connection
	 * @throws AlreadyAskedException if that colleague was asked within the last day
	 */
	@Transactional
	public Member askToTakeOver(Viewer viewer, UUID channelId, UUID memberId) {
		viewer.require(Action.ADMINISTER);
		if (!this.rows.hold(channelId)) {
			throw new NotFoundException("channel", channelId);
		}
		if (!this.connections.standing(channelId).state().hasLogin()) {
			throw new NotConnectedException(channelId);
		}
		Member member = this.concerned.able(memberId);
		tell(viewer, channelId, this.rows.askInstead(channelId, viewer.memberId(), memberId, this.clock.instant()),
				true);
		return member;
	}

	/** The open requests, by channel. */
	@Transactional(readOnly = true)
	public Map<UUID, ReconnectRequest> open(Collection<UUID> channels) {
		return this.rows.open(channels, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(ReconnectRequest::channelId, Function.identity()));
	}

	/**
	 * Notes that the viewer looks at what a colleague asks for, if that is so; the first
	 * one counts.
	 */
	@Transactional
	public void opened(Viewer viewer, UUID channelId) {
		this.rows.open(channelId, viewer.memberId(), this.clock.instant());
	}

	/** Ends, over all organizations, what became needless without being told. */
	int endRecovered() {
		return this.rows.endRecovered(this.clock.instant());
	}

	/** With every channel that the same sign-in brought back (H-7). */
	@EventListener
	@Transactional
	public void on(ChannelConnected connected) {
		this.stored.flush();
		this.rows.endWorking(Set.of(connected.channelId()), this.clock.instant());
	}

	@EventListener
	@Transactional
	public void on(ConnectionsRestored restored) {
		this.stored.flush();
		this.rows.endWorking(restored.channelIds(), this.clock.instant());
	}

	@EventListener
	@Transactional
	public void on(ChannelDisconnected disconnected) {
		this.rows.end(disconnected.channelId(), this.clock.instant());
	}

	@EventListener
	@Transactional
	public void on(ChannelArchived archived) {
		Tenancy.within(archived.organizationId(), () -> this.rows.end(archived.channelId(), this.clock.instant()));
	}

	@EventListener
	@Transactional
	public void on(CreatorArchived archived) {
		Tenancy.within(archived.organizationId(),
				() -> this.rows.endOfCreator(archived.creatorId(), this.clock.instant()));
	}

}
