package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.invitation.Renewal.Line;

/**
 * Tells renewals from first connections: a creator renews what a sign-in of that
 * creator's carries already, in whatever condition.
 */
@Component
class RenewalReader {

	private final ConnectionService connections;

	private final Clock clock;

	RenewalReader(ConnectionService connections, Clock clock) {
		this.connections = connections;
		this.clock = clock;
	}

	/** Whether everything was connected by its creator, and nobody disconnected it. */
	boolean isRenewal(Collection<UUID> channels) {
		Map<UUID, ChannelStanding> standings = this.connections.standings(channels);
		return channels.stream().map(standings::get).allMatch(RenewalReader::isCreators);
	}

	/** Whether a creator has to sign in again: it has ended or does so soon (H-25). */
	static boolean isDue(@Nullable ChannelStanding standing) {
		return standing != null && isCreators(standing)
				&& (standing.state().isInterrupted() || standing.state() == ConnectionState.EXPIRING);
	}

	/** What of these channels a creator still has to sign in again for. */
	boolean isAnyDue(Collection<UUID> channels) {
		return this.connections.standings(channels).values().stream().anyMatch(RenewalReader::isDue);
	}

	/** What is said of these channels. */
	Renewal read(List<LetterChannel> channels, ZoneId zone) {
		Map<UUID, ChannelStanding> standings = this.connections
			.standings(channels.stream().map(LetterChannel::id).toList());
		return new Renewal(channels.stream().map((channel) -> line(channel, standings.get(channel.id()))).toList(),
				zone, this.clock.instant().atZone(zone).toLocalDate());
	}

	/** The channels that hang on the same sign-in as one and have nothing wrong. */
	Set<UUID> sound(UUID channel) {
		return this.connections.healthyOnLoginOf(channel);
	}

	private static Line line(LetterChannel channel, @Nullable ChannelStanding standing) {
		boolean interrupted = standing != null && standing.state().isInterrupted();
		boolean atEnd = standing != null && (!interrupted || standing.state() == ConnectionState.EXPIRED);
		return new Line(channel.id(), channel.handle(), channel.networkName(), interrupted, atEnd,
				(standing == null) ? null : interrupted ? standing.since() : standing.renewBy());
	}

	private static boolean isCreators(@Nullable ChannelStanding standing) {
		return standing != null && standing.connectedByCreator() && standing.state().hasLogin();
	}

}
