package io.channelkeeper.portfolio;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.DataGap;
import io.channelkeeper.network.NetworkId;

/**
 * A gap of a channel, for a campaign's report.
 *
 * @param creatorName whose channel it is
 * @param network where it lives
 * @param handle without {@code @}
 * @param displayName the name beside the handle, or null
 * @param gap from when to when, and why
 */
public record GapLine(String creatorName, NetworkId network, String handle, @Nullable String displayName, DataGap gap) {

}
