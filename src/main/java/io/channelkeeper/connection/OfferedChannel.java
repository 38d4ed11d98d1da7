package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * Another account than the expected one, which a creator may offer as a further channel
 * (B-5). Its access is kept sealed and unused until a member decides.
 *
 * @param id the offer's id
 * @param creatorId whose channel it would be
 * @param expectedChannelId the channel that was expected in its place
 * @param network where it lives
 * @param handle what people call it
 * @param displayName the name beside that, or null
 * @param offeredAt when the creator offered it, or null while the creator has not chosen
 * @param expiresAt when it is given back if nobody decides
 */
public record OfferedChannel(UUID id, UUID creatorId, UUID expectedChannelId, NetworkId network, String handle,
		@Nullable String displayName, @Nullable Instant offeredAt, Instant expiresAt) {
}
