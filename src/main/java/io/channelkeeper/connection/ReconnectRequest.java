package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A member asked colleagues to connect a channel again (B-17).
 *
 * @param id the request
 * @param channelId the channel
 * @param askedBy the member who asked
 * @param askedAt when, the last time
 * @param asked the members who were asked
 * @param openedAt when the first of them opened it, or null for not yet
 */
public record ReconnectRequest(UUID id, UUID channelId, UUID askedBy, Instant askedAt, Set<UUID> asked,
		@Nullable Instant openedAt) {

	/** Nobody asks for the same channel again within this time. */
	public static final Duration REST = Duration.ofHours(24);

	/** So long a request is waited for; after that it is of what is interrupted only. */
	public static final Duration ANSWER = Duration.ofDays(3);

	public ReconnectRequest {
		asked = Set.copyOf(asked);
	}

	/** Whether nobody may ask again yet. */
	public boolean rests(Instant now) {
		return this.askedAt.plus(REST).isAfter(now);
	}

}
