package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.PublicFacts;
import io.channelkeeper.connection.ProfileReading.Closed;
import io.channelkeeper.connection.ProfileReading.Shown;
import io.channelkeeper.connection.ProfileReading.Unanswered;
import io.channelkeeper.network.Profile;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps what a network told a login of its own channel, as long as that login carries it.
 */
@Component
class OwnAnswers {

	private final ChannelService channels;

	private final PublicFacts facts;

	private final ConnectionRepository connections;

	private final TransactionOperations transactions;

	OwnAnswers(ChannelService channels, PublicFacts facts, ConnectionRepository connections,
			TransactionOperations transactions) {
		this.channels = channels;
		this.facts = facts;
		this.connections = connections;
		this.transactions = transactions;
	}

	/** Keeps a profile; of a private or personal one nothing but that it is so (P-5). */
	ProfileReading keep(UUID channelId, UUID login, Profile profile, Instant at) {
		Ineligibility.Reason reason = PublicFacts.reason(profile.isPublic(), profile.accountType());
		if (reason != null) {
			return close(channelId, login, reason, at);
		}
		return whileCarried(channelId, login, () -> {
			if (!profile.externalId().equals(this.channels.get(channelId).externalId())) {
				return new Unanswered();
			}
			this.channels.recordProfile(channelId, profile, at);
			return new Shown(profile.picture());
		});
	}

	/** Keeps that a profile is not for reading. */
	ProfileReading close(UUID channelId, UUID login, Ineligibility.Reason reason, Instant at) {
		return whileCarried(channelId, login, () -> {
			this.facts.closed(channelId, reason, at);
			return new Closed(reason);
		});
	}

	private ProfileReading whileCarried(UUID channelId, UUID login, Supplier<ProfileReading> keeping) {
		try {
			return once(channelId, login, keeping);
		}
		catch (OptimisticLockingFailureException ex) {
			// Somebody else told of the same channel in the same moment.
			return once(channelId, login, keeping);
		}
	}

	/** Who was disconnected meanwhile is not to be told of any more. */
	private ProfileReading once(UUID channelId, UUID login, Supplier<ProfileReading> keeping) {
		return this.transactions.execute((transaction) -> {
			Channel channel = this.channels.get(channelId);
			boolean carried = this.connections.findLogin(Tenancy.current(), channelId)
				.filter(login::equals)
				.isPresent();
			return (carried && !channel.archived()) ? keeping.get() : new Unanswered();
		});
	}

}
