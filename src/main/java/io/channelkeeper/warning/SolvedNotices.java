package io.channelkeeper.warning;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ChannelDisconnected;
import io.channelkeeper.connection.ConnectionsRestored;

/**
 * Marks notices of interruptions and requests as solved once all their channels work
 * again, or were disconnected on purpose; in the transaction in which that happened.
 */
@Component
class SolvedNotices {

	private final NoticeStore store;

	SolvedNotices(NoticeStore store) {
		this.store = store;
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

}
