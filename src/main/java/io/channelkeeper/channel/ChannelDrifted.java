package io.channelkeeper.channel;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A channel is not what it was; told in the transaction that noted it.
 *
 * @param organizationId the organization
 * @param channelId the channel
 * @param kind what changed
 * @param before as {@link ChannelDrift} has it, or null
 * @param after as {@link ChannelDrift} has it, or null
 */
public record ChannelDrifted(UUID organizationId, UUID channelId, ChannelDrift.Kind kind, @Nullable String before,
		@Nullable String after) {

}
