package io.channelkeeper.warning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * What will be sent on one day if nobody renews before (B-16).
 *
 * @param at when
 * @param channels how many channels it is about
 * @param toMembers how many mails to members
 * @param toCreators how many mails to creators
 * @param shown some of the channels, the most urgent first
 */
public record ComingDay(Instant at, int channels, int toMembers, int toCreators, List<Ending> shown) {

	public ComingDay {
		shown = List.copyOf(shown);
	}

	ComingDay with(int toCreators, List<Ending> shown) {
		return new ComingDay(this.at, this.channels, this.toMembers, toCreators, shown);
	}

	/**
	 * A channel whose connection ends.
	 *
	 * @param id the channel
	 * @param creatorId whose it is
	 * @param creator the creator's name
	 * @param network where it lives
	 * @param handle its handle
	 * @param displayName its name there, or null
	 * @param deadline when it ends
	 * @param days how many days before that it is warned
	 * @param byCreator whether the creator connected it, and so has to renew
	 */
	public record Ending(UUID id, UUID creatorId, String creator, NetworkId network, String handle,
			@Nullable String displayName, Instant deadline, int days, boolean byCreator) {

	}

}
