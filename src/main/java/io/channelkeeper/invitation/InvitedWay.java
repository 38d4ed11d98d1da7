package io.channelkeeper.invitation;

import java.util.UUID;

import io.channelkeeper.network.ProviderId;

/**
 * A channel to be connected, and through whom.
 *
 * @param channelId the channel
 * @param provider who signs the creator in
 */
public record InvitedWay(UUID channelId, ProviderId provider) {

}
