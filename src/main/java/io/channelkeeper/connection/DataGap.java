package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;

/**
 * From when to when a channel delivered nothing, and why (B-9).
 *
 * @param channelId the channel
 * @param begins the first moment without data
 * @param ends when data came again, or null while that lasts
 * @param state expired, invalid, unreadable or disconnected
 * @param cause why it was invalid, or null
 * @param causeDetail the name that belongs to the cause, or null
 */
public record DataGap(UUID channelId, Instant begins, @Nullable Instant ends, ConnectionState state,
		@Nullable Cause cause, @Nullable String causeDetail) {

	public boolean isOpen() {
		return this.ends == null;
	}

}
