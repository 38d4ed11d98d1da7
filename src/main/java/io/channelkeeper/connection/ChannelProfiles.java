package io.channelkeeper.connection;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.PublicFacts;
import io.channelkeeper.connection.ProfileReading.Closed;
import io.channelkeeper.connection.ProfileReading.NoWay;
import io.channelkeeper.connection.ProfileReading.Why;
import io.channelkeeper.network.Cause;

/**
 * Reads channels' profiles anew, each by its own login, else as the network shows it to
 * everybody.
 */
@Service
public class ChannelProfiles {

	private final ChannelService channels;

	private final ConnectionService connections;

	private final OwnProfiles own;

	private final PublicProfiles strangers;

	ChannelProfiles(ChannelService channels, ConnectionService connections, OwnProfiles own, PublicProfiles strangers) {
		this.channels = channels;
		this.connections = connections;
		this.own = own;
		this.strangers = strangers;
	}

	/**
	 * Reads a channel of the bound organization, and keeps what the network tells; nobody
	 * is told of the picture but the caller. Calls stand back where
	 * {@link io.channelkeeper.network.BackgroundCalls} says so. Asks networks, so never
	 * inside a transaction.
	 * @throws io.channelkeeper.support.NotFoundException if there is no such channel
	 */
	public ProfileReading read(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		ChannelStanding standing = this.connections.standings(Set.of(channelId)).get(channelId);
		if (channel.archived() || standing == null) {
			return new NoWay(Why.ARCHIVED);
		}
		if (standing.state() == ConnectionState.CONNECTED || standing.state() == ConnectionState.EXPIRING) {
			return this.own.read(channel);
		}
		Ineligibility.Reason closed = closed(channel, standing);
		if (closed != null) {
			return new Closed(closed);
		}
		return this.strangers.readAgain(channel).orElseGet(() -> new NoWay(why(channel, standing)));
	}

	/** What is known to be private or personal is never asked for (P-5, P-6). */
	private static Ineligibility.@Nullable Reason closed(Channel channel, ChannelStanding standing) {
		if (channel.ineligibility() != null) {
			return channel.ineligibility().reason();
		}
		if (standing.cause() == Cause.PAGE_NOT_PUBLIC) {
			return Ineligibility.Reason.PRIVATE;
		}
		return (standing.cause() == Cause.NOT_PROFESSIONAL) ? Ineligibility.Reason.PERSONAL
				: PublicFacts.reason(channel.isPublic(), channel.accountType());
	}

	private Why why(Channel channel, ChannelStanding standing) {
		if (standing.state().isInterrupted()) {
			return Why.INTERRUPTED;
		}
		return this.strangers.exists(channel) ? Why.NOT_CONNECTED : Why.NO_LOOK_UP;
	}

}
