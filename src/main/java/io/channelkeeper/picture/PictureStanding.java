package io.channelkeeper.picture;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel's picture (P-12, B-14).
 *
 * @param channelId the channel
 * @param address path such as {@code /pictures/{hash}}, or null for none
 * @param fetchedAt when it was last fetched, or null for never
 * @param attemptedAt the last attempt, or null for none
 * @param nextAttemptAt the next attempt, or null when none is planned or the gap has to
 * be mended first
 * @param missing why the last attempt brought none, or null when it did
 * @param gap why the network cannot be asked for it at all, or null when it can
 * @param unansweredSince since when the network gives no proper answer, or null
 * @param outdated whether there is one that is older than a cycle
 * @param awaited whether an address is known and the picture is on its way
 * @param automatic whether pictures are fetched anew without being asked for
 */
public record PictureStanding(UUID channelId, @Nullable String address, @Nullable Instant fetchedAt,
		@Nullable Instant attemptedAt, @Nullable Instant nextAttemptAt, @Nullable MissingReason missing,
		@Nullable ReadingGap gap, @Nullable Instant unansweredSince, boolean outdated, boolean awaited,
		boolean automatic) {

}
