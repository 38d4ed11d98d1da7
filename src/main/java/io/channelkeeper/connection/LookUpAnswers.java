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
import io.channelkeeper.channel.Ineligibility;
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
		return keep(asked, profile, at, true).outcome();
	}

	/** Keeps an answer, and hands the picture to the asker alone. */
	ProfileReading keepAgain(Channel asked, @Nullable Profile profile, Instant at) {
		Kept kept = keep(asked, profile, at, false);
		if (kept.shown() != null) {
			Ineligibility.Reason reason = PublicFacts.reason(kept.shown().isPublic(), kept.shown().accountType());
			return (reason != null) ? new ProfileReading.Closed(reason)
					: new ProfileReading.Shown(kept.shown().picture());
		}
		return (kept.outcome().kind() == Kind.NOT_SHOWN) ? new ProfileReading.Closed(Ineligibility.Reason.NOT_SHOWN)
				: new ProfileReading.Unanswered();
	}

	private Kept keep(Channel asked, @Nullable Profile profile, Instant at, boolean told) {
		try {
			return keepOnce(asked, profile, at, told);
		}
		catch (OptimisticLockingFailureException ex) {
			// A sign-in told of the same channel in the same moment.
			return keepOnce(asked, profile, at, told);
		}
	}

	private Kept keepOnce(Channel asked, @Nullable Profile profile, Instant at, boolean told) {
		return this.transactions.execute((transaction) -> {
			if (!this.channels.get(asked.id()).handle().equals(asked.handle())) {
				// Corrected meanwhile: the answer is about somebody else.
				return new Kept(new LookUpOutcome(Kind.UNAVAILABLE, at, null), null);
			}
			Profile shown = (profile != null && isSame(asked, profile)) ? profile : null;
			LookUpOutcome outcome = new LookUpOutcome((shown != null) ? Kind.FOUND : Kind.NOT_SHOWN, at, null);
			this.rows.keep(asked.id(), outcome);
			boolean connected = this.connections.findLogin(Tenancy.current(), asked.id()).isPresent();
			if (shown != null) {
				keepShown(asked.id(), shown, at, connected, told);
			}
			else if (!connected) {
				this.facts.notShown(asked.id(), at);
			}
			return new Kept(outcome, shown);
		});
	}

	/** Somebody else may bear the handle by now. */
	private static boolean isSame(Channel channel, Profile profile) {
		return channel.externalId() == null || channel.externalId().equals(profile.externalId());
	}

	/** That strangers see no picture says nothing of what a login sees. */
	private void keepShown(UUID channelId, Profile profile, Instant at, boolean connected, boolean told) {
		boolean open = this.facts.shown(channelId, profile, at, connected);
		if (open && told && (profile.picture() != null || !connected)) {
			this.events.publishEvent(new ProfileRead(Tenancy.current(), channelId, profile.picture()));
		}
	}

	/**
	 * What was made of an answer.
	 *
	 * @param outcome what came of it
	 * @param shown the profile that the network showed, or null
	 */
	private record Kept(LookUpOutcome outcome, @Nullable Profile shown) {
	}

}
