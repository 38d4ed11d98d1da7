package io.channelkeeper.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelArchived;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.PublicFacts;
import io.channelkeeper.creator.CreatorArchived;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Ends connections on purpose: one by a member, that of a channel and all of a creator
 * that are archived.
 */
@Component
class Disconnecting {

	private final ConnectionRepository connections;

	private final Connecting connecting;

	private final SocialLogins logins;

	private final ChannelService channels;

	private final CreatorService creators;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Disconnecting(ConnectionRepository connections, Connecting connecting, SocialLogins logins, ChannelService channels,
			CreatorService creators, ApplicationEventPublisher events, Clock clock) {
		this.connections = connections;
		this.connecting = connecting;
		this.logins = logins;
		this.channels = channels;
		this.creators = creators;
		this.events = events;
		this.clock = clock;
	}

	List<UUID> othersOfLogin(UUID channelId) {
		return login(channelId).stream()
			.flatMap((login) -> this.connections.findByLogin(login).stream())
			.map(ConnectionEntity::channelId)
			.filter((id) -> !id.equals(channelId))
			.toList();
	}

	/**
	 * Stops unless the viewer may connect and disconnect this channel (H-3).
	 * @throws ForbiddenException if the viewer may not
	 */
	void requireMayConnect(Viewer viewer, UUID channelId) {
		UUID creatorId = this.channels.get(channelId).creatorId();
		if (!viewer.mayConnect(this.creators.get(creatorId).lookedAfterBy())) {
			throw new ForbiddenException(Action.CONNECT.name(), viewer.memberId());
		}
	}

	@Transactional
	public void disconnect(Viewer viewer, UUID channelId) {
		requireMayConnect(viewer, channelId);
		if (login(channelId).isEmpty()) {
			throw new NotFoundException("connection", channelId);
		}
		end(channelId, viewer.memberId());
	}

	@EventListener
	@Transactional
	public void disconnectAllOf(CreatorArchived archived) {
		if (archived.disconnect()) {
			Tenancy.within(archived.organizationId(),
					() -> this.connections.findByCreator(Tenancy.current(), archived.creatorId())
						.forEach((channel) -> end(channel, null)));
		}
	}

	@EventListener
	@Transactional
	public void disconnect(ChannelArchived archived) {
		if (archived.disconnect()) {
			Tenancy.within(archived.organizationId(), () -> end(archived.channelId(), null));
		}
	}

	private void end(UUID channelId, @Nullable UUID member) {
		login(channelId).ifPresent(this.logins::lock);
		this.connections.findById(channelId).filter((connection) -> connection.loginId() != null).ifPresent((one) -> {
			this.connecting.disconnect(one, member, this.clock.instant());
			markClosed(this.channels.get(channelId));
			this.events.publishEvent(new ChannelDisconnected(Tenancy.current(), channelId, member));
		});
	}

	/** What its login told last is nowhere else to be seen without one (P-5). */
	private void markClosed(Channel channel) {
		Ineligibility.Reason reason = PublicFacts.reason(channel.isPublic(), channel.accountType());
		if (reason != null) {
			this.channels.markIneligible(channel.id(), reason, Ineligibility.Source.LOOKUP, null);
		}
	}

	private Optional<UUID> login(UUID channelId) {
		return this.connections.findLogin(Tenancy.current(), channelId);
	}

}
