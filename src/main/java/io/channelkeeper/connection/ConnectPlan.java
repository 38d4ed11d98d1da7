package io.channelkeeper.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.support.NotFoundException;

/**
 * What a member sees before connecting, reconnecting or disconnecting a channel.
 *
 * @param channel the channel
 * @param network where it lives
 * @param creator whose it is
 * @param standing how it stands
 * @param ways the ways to connect it that are set up here: the one it hangs on first,
 * then the best
 * @param others the other channels on the same login (B-6)
 * @param last who connected it last, or null when nobody ever did
 * @param readThrough names of monitored channels that are read through its login (M-3)
 */
public record ConnectPlan(Channel channel, Network network, Creator creator, ChannelStanding standing,
		List<SignInWay> ways, List<Sibling> others, @Nullable LastSignIn last, List<String> readThrough) {

	/** What people call the channel. */
	public String handle() {
		return this.network.show(this.channel.handle(), this.channel.displayName());
	}

	/**
	 * The provider of this name, if it leads to the channel's network.
	 * @throws NotFoundException if it does not
	 */
	public ProviderId provider(String typed) {
		return this.ways.stream()
			.map(SignInWay::provider)
			.filter((provider) -> provider.value().equals(typed))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("way to connect", this.channel.network()));
	}

	public boolean isEligible() {
		return this.standing.state() != ConnectionState.NOT_ELIGIBLE;
	}

	public boolean isConnected() {
		return this.standing.state().hasLogin();
	}

	/** The other channels that the same sign-in brings back, too (H-7). */
	public List<Sibling> broughtBack() {
		return this.others.stream().filter((other) -> other.standing().state().isInterrupted()).toList();
	}

}
