package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.connection.GapLedger;

/**
 * Writes down that creators are to be told of what they connected and is interrupted
 * (H-13), in the transaction in which that became known.
 */
@Component
class CreatorInterruptions {

	private final CreatorWarningRows rows;

	private final ConnectionService connections;

	private final GapLedger gaps;

	private final Clock clock;

	CreatorInterruptions(CreatorWarningRows rows, ConnectionService connections, GapLedger gaps, Clock clock) {
		this.rows = rows;
		this.connections = connections;
		this.gaps = gaps;
		this.clock = clock;
	}

	/** Whether a creator has to sign in again for what that creator connected. */
	static boolean isOn(ChannelStanding channel) {
		return channel.connectedByCreator()
				&& (channel.state() == ConnectionState.INVALID || channel.state() == ConnectionState.EXPIRED);
	}

	@EventListener
	void on(ConnectionsBroken broken) {
		Map<UUID, ChannelStanding> interrupted = this.connections.standings(broken.channelIds())
			.values()
			.stream()
			.filter(CreatorInterruptions::isOn)
			.collect(Collectors.toMap(ChannelStanding::channelId, (channel) -> channel));
		if (interrupted.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Map<UUID, DeliveryRecord> records = this.gaps.records(interrupted.keySet(), now);
		this.rows
			.addBroken(
					interrupted.values()
						.stream()
						.collect(
								Collectors.toMap(ChannelStanding::channelId,
										(channel) -> InterruptionWarnings.begin(channel,
												records.get(channel.channelId()), now))),
					now, now.plus(InterruptionWarnings.GATHERING));
	}

}
