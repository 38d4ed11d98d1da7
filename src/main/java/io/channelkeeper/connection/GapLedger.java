package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps account of every interval in which a channel delivered nothing, with its cause
 * (B-9). What breaks or recovers is written down in the transaction in which it happened,
 * before anybody else hears of it; what the clock brings, and whatever came without being
 * told, by a round.
 */
@Service
public class GapLedger {

	private static final Logger log = LoggerFactory.getLogger(GapLedger.class);

	/** What happens to one login within this time is one thing that happened. */
	private static final Duration TOGETHER = Duration.ofMinutes(5);

	private final GapRows rows;

	private final ConnectionRepository connections;

	private final Clock clock;

	GapLedger(GapRows rows, ConnectionRepository connections, Clock clock) {
		this.rows = rows;
		this.connections = connections;
		this.clock = clock;
	}

	/** Makes the ledger true, over all organizations. */
	public void round() {
		Instant now = this.clock.instant();
		int ended = this.rows.closeAll(now);
		int begun = this.rows.openAll(now);
		if (ended + begun > 0) {
			log.info("Data gaps: {} ended, {} begun", ended, begun);
		}
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Transactional
	public void on(ConnectionsBroken broken) {
		this.rows.keep(broken.channelIds(), this.clock.instant());
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Transactional
	public void on(ConnectionsRestored restored) {
		this.rows.keep(restored.channelIds(), this.clock.instant());
	}

	/** With every channel that the same sign-in brought back (H-7). */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Transactional
	public void on(ChannelConnected connected) {
		this.connections.flush();
		this.rows.keep(Set.of(connected.channelId()), this.clock.instant());
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Transactional
	public void on(ChannelDisconnected disconnected) {
		this.connections.flush();
		this.rows.keep(Set.of(disconnected.channelId()), this.clock.instant());
	}

	/**
	 * What is known of channels, by channel; without those that were never connected.
	 * @param from gaps that ended before are left out
	 */
	@Transactional(readOnly = true)
	public Map<UUID, DeliveryRecord> records(Collection<UUID> channelIds, Instant from) {
		return channelIds.isEmpty() ? Map.of() : this.rows.records(channelIds, from);
	}

	/** The gaps that began just now at the logins of some channels. */
	@Transactional(readOnly = true)
	public List<DataGap> justBegun(Collection<UUID> channelIds) {
		return this.rows.recent(channelIds, false, this.clock.instant().minus(TOGETHER));
	}

	/** The gaps that just ended, for good, at the logins of some channels. */
	@Transactional(readOnly = true)
	public List<DataGap> justEnded(Collection<UUID> channelIds) {
		return this.rows.recent(channelIds, true, this.clock.instant().minus(TOGETHER));
	}

}
