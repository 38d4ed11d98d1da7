package io.channelkeeper.network;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says of the limit that its call counted against.
 *
 * @param usedPercent how much of the limit is used, 0 to 100 and above, or null
 * @param left how many calls are left, or null
 * @param renewedAt when the limit begins anew, or null
 */
public record CallBudget(@Nullable Integer usedPercent, @Nullable Long left, @Nullable Instant renewedAt) {
}
