package io.channelkeeper.invitation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.organization.Member;

/**
 * What lies on the table when a creator is invited.
 *
 * @param creator who is invited
 * @param channels the creator's channels
 * @param sender in whose name it is sent (B-21)
 * @param zone the organization's time zone
 * @param today the day there
 * @param usualEnd the day on which an invitation made now would end
 */
public record Desk(Creator creator, List<DeskChannel> channels, Member sender, ZoneId zone, LocalDate today,
		LocalDate usualEnd) {

	public Desk {
		channels = List.copyOf(channels);
	}

	/** Why there is nothing to invite for, as the end of a message's key. */
	public String emptiness() {
		if (this.channels.isEmpty()) {
			return "channels";
		}
		return this.channels.stream().allMatch(DeskChannel::connected) ? "connected" : "ways";
	}

	/** Whether there is anything to invite for. */
	public boolean isUseful() {
		return this.channels.stream().anyMatch(DeskChannel::isWanted);
	}

}
