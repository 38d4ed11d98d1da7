package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;

/**
 * A sign-in came back without a connection.
 *
 * @param organizationId the organization
 * @param attemptId the attempt
 * @param channelId the channel that was expected
 * @param errand who sent the person
 * @param errandId what it is about, or null
 * @param diagnosis what was missing
 */
public record SignInFailed(UUID organizationId, UUID attemptId, UUID channelId, String errand, @Nullable UUID errandId,
		Diagnosis diagnosis) {

}
