package io.channelkeeper.connection;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInWay;

/**
 * Everything that a sign-in brought, before anything is stored.
 *
 * @param way the way that was gone
 * @param grant what the person granted
 * @param channels what it reaches at the expected channel's network
 * @param others what it reaches at further networks
 * @param absent what is wrong with channels that hang on the same person's login and were
 * not reached; null where nobody knows
 * @param whenNone what to say when it reaches nothing at the expected channel's network
 */
record SignInHarvest(SignInWay way, Grant grant, List<ReachedChannel> channels, List<ReachedChannel> others,
		@Nullable Map<UUID, NetworkFault> absent, Diagnosis whenNone) {

	/** Everything that can be connected through it, whatever the network. */
	List<ReachedChannel> sound() {
		return Stream.concat(this.channels.stream(), this.others.stream())
			.filter((reached) -> reached.obstacle() == null)
			.toList();
	}

}
