package io.channelkeeper.connection;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A channel is connected now.
 *
 * @param organizationId the organization
 * @param attemptId the attempt that did it
 * @param channelId the channel
 * @param errand who sent the person
 * @param errandId what it is about, or null
 * @param memberId the member who signed in, or null for the creator
 * @param picture where its picture can be fetched at once, or null
 */
public record ChannelConnected(UUID organizationId, UUID attemptId, UUID channelId, String errand,
		@Nullable UUID errandId, @Nullable UUID memberId, @Nullable URI picture) {

}
