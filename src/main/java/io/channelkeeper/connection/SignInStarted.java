package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody left for a network.
 *
 * @param organizationId the organization
 * @param attemptId the attempt
 * @param channelId the channel expected back
 * @param errand who sent the person
 * @param errandId what it is about, or null
 */
public record SignInStarted(UUID organizationId, UUID attemptId, UUID channelId, String errand,
		@Nullable UUID errandId) {

}
