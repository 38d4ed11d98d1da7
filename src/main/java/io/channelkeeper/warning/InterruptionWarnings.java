package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConcernedMembers;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.DataGap;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.connection.GapLedger;

/**
 * Writes down who is to be told by mail that channels are interrupted (H-13), in the
 * transaction in which that became known. What breaks within some minutes is one mail.
 */
@Component
class InterruptionWarnings {

	/** So long others are waited for that break together with the first one. */
	static final Duration GATHERING = Duration.ofMinutes(5);

	private final WarningRows rows;

	private final ConnectionService connections;

	private final ConcernedMembers concerned;

	private final GapLedger gaps;

	private final Clock clock;

	InterruptionWarnings(WarningRows rows, ConnectionService connections, ConcernedMembers concerned, GapLedger gaps,
			Clock clock) {
		this.rows = rows;
		this.connections = connections;
		this.concerned = concerned;
		this.gaps = gaps;
		this.clock = clock;
	}

	@EventListener
	void on(ConnectionsBroken broken) {
		warn(broken.channelIds());
	}

	/** Warns whoever answers for channels now, of those that are interrupted. */
	void warn(Collection<UUID> channels) {
		List<ChannelStanding> interrupted = this.connections.standings(channels)
			.values()
			.stream()
			.filter((channel) -> channel.state().isInterrupted())
			.toList();
		if (interrupted.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Map<UUID, Set<UUID>> recipients = this.concerned.answering(interrupted);
		Map<UUID, DeliveryRecord> records = this.gaps.records(recipients.keySet(), now);
		List<WarningRows.Draft> drafts = interrupted.stream()
			.flatMap((channel) -> recipients.getOrDefault(channel.channelId(), Set.of())
				.stream()
				.map((member) -> new WarningRows.Draft(member, channel.channelId(),
						begin(channel, records.get(channel.channelId()), now))))
			.toList();
		this.rows.add(WarningKind.INTERRUPTED, drafts, now, now.plus(GATHERING));
	}

	/** The begin of the gap tells one interruption from the next, as the ledger does. */
	private static Instant begin(ChannelStanding channel, @Nullable DeliveryRecord record, Instant now) {
		Instant since = (channel.since() != null) ? channel.since() : now;
		return (record == null) ? since
				: record.gaps().stream().filter(DataGap::isOpen).map(DataGap::begins).findFirst().orElse(since);
	}

}
