package io.channelkeeper.channel.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import io.channelkeeper.channel.ReadChannel;
import io.channelkeeper.channel.TypedChannel;
import io.channelkeeper.channel.TypedProblem;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.NetworkId;

/**
 * One channel: its network, and its handle or address.
 *
 * @param network the network's id, or empty when an address says it
 * @param handle a handle or an address
 */
record ChannelForm(String network, String handle) {

	ChannelForm {
		network = Objects.requireNonNullElse(network, "");
		handle = Objects.requireNonNullElse(handle, "").strip();
	}

	TypedChannel typed() {
		return new TypedChannel(this.handle,
				this.network.matches("[a-z][a-z-]{0,30}") ? new NetworkId(this.network) : null);
	}

	/** Says what is wrong, as far as a field can say it. */
	void check(ReadChannel read, Errors errors) {
		ChannelAddress address = read.address();
		TypedProblem problem = read.problem();
		if (this.handle.isEmpty()) {
			errors.rejectValue("handle", "channel.handle.missing");
		}
		else if (address != null && read.network() != null && !this.network.isEmpty()
				&& !address.network().value().equals(this.network)) {
			errors.rejectValue("handle", "channel.problem.elsewhere",
					new Object[] { read.shown(), read.network().name() }, null);
		}
		else if (problem != null && problem.creatorId() == null) {
			errors.rejectValue(problem.code().equals("which") ? "network" : "handle", problem.key(),
					problem.arguments().toArray(), null);
		}
	}

	/** The problem that leads to another creator, or null. */
	static @Nullable TypedProblem taken(ReadChannel read) {
		TypedProblem problem = read.problem();
		return (problem != null && problem.creatorId() != null) ? problem : null;
	}

}
