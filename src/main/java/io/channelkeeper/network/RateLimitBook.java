package io.channelkeeper.network;

import java.time.Instant;
import java.util.Optional;

/**
 * What the networks have said of their limits, shared by all replicas. Declared here,
 * stored by whoever owns the connections.
 */
public interface RateLimitBook {

	/**
	 * Until when calls that nobody waits for have to be put off, or empty when they may
	 * be made.
	 */
	Optional<Instant> closedUntil(ApiName api);

	/** Notes how a call went. Never fails the call. */
	void note(CallReport report);

}
