package io.channelkeeper.warning;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;

/**
 * When people are warned that a connection ends.
 *
 * @param network where the channel lives
 * @param kind what the channel is to the organization
 * @param days the days before the end
 */
public record WarningRule(NetworkId network, ChannelKind kind, WarningDays days) {

}
