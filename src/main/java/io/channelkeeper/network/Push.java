package io.channelkeeper.network;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a provider tells of its own accord, in one vocabulary for all of them (N-10).
 */
public sealed interface Push {

	/**
	 * A person's access is gone.
	 *
	 * @param user the provider's id of the person
	 * @param cause why
	 * @param at since when
	 */
	record AccessEnded(String user, Cause cause, Instant at) implements Push {
	}

	/**
	 * One token is gone, and nobody says whose it was.
	 *
	 * @param token recognizes it
	 * @param at since when
	 */
	record TokenEnded(Predicate<TokenValue> token, Instant at) implements Push {
	}

	/**
	 * One channel is gone, while the access of the person goes on.
	 *
	 * @param network where the channel lives
	 * @param externalId the network's id of it
	 * @param cause why
	 * @param at since when
	 */
	record ChannelEnded(NetworkId network, String externalId, Cause cause, Instant at) implements Push {
	}

	/**
	 * A person wants everything deleted that the sign-in told us.
	 *
	 * @param user the provider's id of the person
	 * @param at when
	 */
	record ErasureAsked(String user, Instant at) implements Push {
	}

	/**
	 * Something about a person changed, perhaps for the better: worth a look.
	 *
	 * @param user the provider's id of the person
	 */
	record LookAgain(String user) implements Push {
	}

	/**
	 * The provider wants to know whether we have the secret.
	 *
	 * @param answer what proves it, to be sent back as JSON
	 */
	record Question(Map<String, String> answer) implements Push {
	}

}
