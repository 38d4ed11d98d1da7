package io.channelkeeper.channel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.support.EmailAddress;

/**
 * What was recognised in one line of a pasted list, and what becomes of it.
 *
 * @param number where the line begins in the list, from 1
 * @param raw as it was pasted
 * @param name the creator's name
 * @param email the creator's address, or null
 * @param channels the channels, each with what was recognised
 * @param outcome what becomes of the line
 * @param creatorId who gets the channels, once that creator is in the portfolio
 * @param other the name or the line number of who gets the channels, or null for a new
 * creator
 * @param problem why nothing becomes of it, or null
 */
public record ListedCreator(int number, String raw, String name, @Nullable EmailAddress email,
		List<ReadChannel> channels, Outcome outcome, @Nullable UUID creatorId, @Nullable String other,
		@Nullable TypedProblem problem) {

	/** What becomes of a line. */
	public enum Outcome {

		/** A new creator. */
		NEW,

		/** More channels for a creator who is there, known by the e-mail address. */
		ADDS,

		/** More channels for the creator of an earlier line with the same address. */
		JOINS,

		/** Everything is there already. */
		KNOWN,

		/** Nothing: the line stays in the box. */
		WRONG

	}

	public boolean wrong() {
		return this.outcome == Outcome.WRONG;
	}

	/** The channels that are not there yet. */
	List<ChannelAddress> additions() {
		return this.channels.stream()
			.filter((channel) -> channel.ownerId() == null)
			.map(ReadChannel::address)
			.<ChannelAddress>mapMulti((address, down) -> {
				if (address != null) {
					down.accept(address);
				}
			})
			.toList();
	}

	ListedCreator becomes(Outcome becomes, @Nullable UUID creator, @Nullable String named) {
		return new ListedCreator(this.number, this.raw, this.name, this.email, this.channels, becomes, creator, named,
				null);
	}

	ListedCreator fails(TypedProblem why) {
		return new ListedCreator(this.number, this.raw, this.name, this.email, this.channels, Outcome.WRONG, null, null,
				why);
	}

}
