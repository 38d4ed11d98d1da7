package io.channelkeeper.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * Something that changed at the network between two readings of a channel (B-15).
 *
 * @param id the change
 * @param channelId the channel
 * @param network where it lives
 * @param handle its handle of today, without {@code @}
 * @param displayName the name beside it, or null
 * @param kind what changed
 * @param before what it was: for a new handle what people called the channel, for
 * followers their number in digits; else null
 * @param after the same of what it is since then
 * @param at when that was noticed
 */
public record ChannelDrift(UUID id, UUID channelId, NetworkId network, String handle, @Nullable String displayName,
		Kind kind, @Nullable String before, @Nullable String after, Instant at) {

	/** What can change. */
	public enum Kind {

		/** The handle. */
		RENAMED,

		/** Not everybody sees the profile any more. */
		PRIVATE,

		/** It is no business or creator account any more. */
		PERSONAL,

		/** Strangers see it no more: private, personal, renamed or gone. */
		NOT_SHOWN,

		/** More than half of the followers are gone. */
		FOLLOWERS,

		/** The picture. */
		PICTURE

	}

}
