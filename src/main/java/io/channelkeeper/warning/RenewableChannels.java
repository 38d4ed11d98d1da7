package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.warning.CreatorWarningRows.Open;

/**
 * What a creator connected and carries on.
 *
 * @param standings how each channel stands
 * @param declined the channels that the creator does not want to renew
 */
record RenewableChannels(Map<UUID, ChannelStanding> standings, Set<UUID> declined) {

	/** Whoever has to act anyway does so for everything that ends by then (B-2). */
	private static final Duration AHEAD = Duration.ofDays(30);

	/** What differs by less is the same end. */
	private static final Duration SAME_END = Duration.ofHours(1);

	/** Whether there is still a reason for a warning. */
	boolean stands(Open warning) {
		ChannelStanding channel = this.standings.get(warning.channel());
		if (channel == null || warning.days() == null) {
			return channel != null && CreatorInterruptions.isOn(channel);
		}
		return channel.state().hasDeadline() && channel.renewBy() != null
				&& Duration.between(channel.renewBy(), warning.about()).abs().compareTo(SAME_END) < 0;
	}

	boolean isDeclined(Open warning) {
		return this.declined.contains(warning.channel());
	}

	/** How the channel of a warning stands, or null if it is not the creator's. */
	@Nullable ConnectionState state(Open warning) {
		ChannelStanding channel = this.standings.get(warning.channel());
		return (channel != null) ? channel.state() : null;
	}

	/**
	 * What to ask for together, the most urgent first: what is told now, and whatever
	 * else is due soon.
	 */
	List<UUID> wanted(List<Open> told, Instant now) {
		Set<UUID> named = told.stream().map(Open::channel).collect(Collectors.toSet());
		return this.standings.values()
			.stream()
			.filter((channel) -> !this.declined.contains(channel.channelId()))
			.filter((channel) -> named.contains(channel.channelId()) || CreatorInterruptions.isOn(channel)
					|| endsBefore(channel, now.plus(AHEAD)))
			.sorted(Comparator.comparing((ChannelStanding channel) -> !channel.state().isInterrupted())
				.thenComparing(ChannelStanding::renewBy, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(ChannelStanding::channelId))
			.map(ChannelStanding::channelId)
			.toList();
	}

	private static boolean endsBefore(ChannelStanding channel, Instant moment) {
		return channel.state().hasDeadline() && channel.renewBy() != null && channel.renewBy().isBefore(moment);
	}

}
