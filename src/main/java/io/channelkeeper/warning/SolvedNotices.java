package io.channelkeeper.warning;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelArchived;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ChannelDisconnected;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.creator.CreatorArchived;
import io.channelkeeper.support.Tenancy;

/**
 * Marks notices of interruptions and requests as solved once all their channels work
 * again, or were disconnected or put away on purpose; in the transaction in which that
 * happened.
 */
@Component
class SolvedNotices {

	private final NoticeStore store;

	private final ChannelService channels;

	SolvedNotices(NoticeStore store, ChannelService channels) {
		this.store = store;
		this.channels = channels;
	}

	@EventListener
	void on(ChannelConnected connected) {
		this.store.solve(Set.of(connected.channelId()));
	}

	@EventListener
	void on(ConnectionsRestored restored) {
		this.store.solve(restored.channelIds());
	}

	@EventListener
	void on(ChannelDisconnected disconnected) {
		this.store.solve(Set.of(disconnected.channelId()));
	}

	@EventListener
	void on(ChannelArchived archived) {
		Tenancy.within(archived.organizationId(), () -> this.store.solvePutAway(Set.of(archived.channelId())));
	}

	@EventListener
	void on(CreatorArchived archived) {
		Tenancy.within(archived.organizationId(), () -> this.store
			.solvePutAway(this.channels.ofCreator(archived.creatorId()).stream().map(Channel::id).toList()));
	}

}
