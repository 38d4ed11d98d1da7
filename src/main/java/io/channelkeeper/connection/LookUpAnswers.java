package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.LookUpOutcome;
import io.channelkeeper.channel.LookUpOutcome.Kind;
import io.channelkeeper.channel.PublicFacts;
import io.channelkeeper.network.Profile;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps what networks told of public profiles.
 */
@Component
class LookUpAnswers {

	private final ChannelService channels;

	private final PublicFacts facts;

	private final ConnectionRepository connections;

	private final LookUpRows rows;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	LookUpAnswers(ChannelService channels, PublicFacts facts, ConnectionRepository connections, LookUpRows rows,
			ApplicationEventPublisher events, TransactionOperations transactions) {
		this.channels = channels;
		this.facts = facts;
		this.connections = connections;
		this.rows = rows;
		this.events = events;
		this.transactions = transactions;
	}

	/**
	 * Keeps an answer.
	 * @param asked the channel as it was asked for
	 * @param profile what came, or null if the network shows none
	 */
	LookUpOutcome keep(Channel asked, @Nullable Profile profile, Instant at) {
		try {
			return keepOnce(asked, profile, at);
		}
		catch (OptimisticLockingFailureException ex) {
			// A sign-in told of the same channel in the same moment.
			return keepOnce(asked, profile, at);
		}
	}

	private LookUpOutcome keepOnce(Channel asked, @Nullable Profile profile, Instant at) {
		return this.transactions.execute((transaction) -> {
			if (!this.channels.get(asked.id()).handle().equals(asked.handle())) {
				// Corrected meanwhile: the answer is about somebody else.
				return new LookUpOutcome(Kind.UNAVAILABLE, at, null);
			}
			boolean shown = profile != null && isSame(asked, profile);
			LookUpOutcome outcome = new LookUpOutcome(shown ? Kind.FOUND : Kind.NOT_SHOWN, at, null);
			this.rows.keep(asked.id(), outcome);
			boolean connected = this.connections.findLogin(Tenancy.current(), asked.id()).isPresent();
			if (profile != null && shown) {
				keepShown(asked.id(), profile, at, connected);
			}
			else if (!connected) {
				this.facts.notShown(asked.id(), at);
			}
			return outcome;
		});
	}

	/** Somebody else may bear the handle by now. */
	private static boolean isSame(Channel channel, Profile profile) {
		return channel.externalId() == null || channel.externalId().equals(profile.externalId());
	}

	private void keepShown(UUID channelId, Profile profile, Instant at, boolean connected) {
		boolean open = this.facts.shown(channelId, profile, at, connected);
		if (open && profile.picture() != null) {
			this.events.publishEvent(new ProfileRead(Tenancy.current(), channelId, profile.picture()));
		}
	}

}
