package io.channelkeeper.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;

/**
 * One account on one network.
 *
 * @param id the channel's id
 * @param creatorId whose channel it is
 * @param network where it lives
 * @param kind whether it is the creator's own, observed or used for ads
 * @param handle without {@code @}
 * @param externalId the network's own id once it is known, or null
 * @param displayName the name beside the handle, or null
 * @param profileAt when the network last told of the profile, or null for never
 * @param isPublic whether everybody sees it, or null when not reported
 * @param accountType the network's word, or null when not reported
 * @param followers the last count, or null when not reported
 * @param ineligibility why it cannot be connected, or null when it can
 * @param archived whether it was put away
 */
public record Channel(UUID id, UUID creatorId, NetworkId network, ChannelKind kind, String handle,
		@Nullable String externalId, @Nullable String displayName, @Nullable Instant profileAt,
		@Nullable Boolean isPublic, @Nullable String accountType, @Nullable Long followers,
		@Nullable Ineligibility ineligibility, boolean archived) {

}
