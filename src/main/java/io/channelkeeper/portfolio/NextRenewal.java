package io.channelkeeper.portfolio;

import java.time.Instant;

import io.channelkeeper.network.NetworkId;

/**
 * What has to be renewed next.
 *
 * @param creatorName whose channel
 * @param network where it lives
 * @param at until when
 */
public record NextRenewal(String creatorName, NetworkId network, Instant at) {

}
