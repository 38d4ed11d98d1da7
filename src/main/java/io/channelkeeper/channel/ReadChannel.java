package io.channelkeeper.channel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Network;

/**
 * What was recognised in a typed channel.
 *
 * @param typed what was typed, as one line
 * @param address which channel it is, or null when that cannot be told
 * @param network where it lives, or null when that cannot be told
 * @param candidates the networks among which somebody has to choose, or chose
 * @param ownerId whose channel it is already, or null for nobody's
 * @param problem why it cannot be added, or null
 */
public record ReadChannel(String typed, @Nullable ChannelAddress address, @Nullable Network network,
		List<Network> candidates, @Nullable UUID ownerId, @Nullable TypedProblem problem) {

	/** The handle as people write it, or what was typed. */
	public String shown() {
		return (this.network != null && this.address != null) ? this.network.show(this.address.handle()) : this.typed;
	}

	ReadChannel with(TypedProblem found) {
		return new ReadChannel(this.typed, this.address, this.network, this.candidates, this.ownerId, found);
	}

	ReadChannel among(List<Network> choosable) {
		return new ReadChannel(this.typed, this.address, this.network, choosable, this.ownerId, this.problem);
	}

	ReadChannel of(UUID owner) {
		return new ReadChannel(this.typed, this.address, this.network, this.candidates, owner, this.problem);
	}

}
