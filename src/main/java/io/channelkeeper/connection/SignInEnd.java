package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;

/**
 * How a sign-in ended.
 *
 * @param attemptId the attempt
 * @param channelId the channel that was expected
 * @param errandId what the errand is about, or null
 * @param memberId the member who signed in, or null for the creator
 * @param returnPath where the person was, or null
 * @param diagnosis what was missing, or null on success
 * @param window the page that waits behind a pop-up, or null
 * @param otherBrowser whether the person came back in another browser than the one that
 * left; then nothing was connected and it starts again here
 */
public record SignInEnd(UUID attemptId, UUID channelId, @Nullable UUID errandId, @Nullable UUID memberId,
		@Nullable String returnPath, @Nullable Diagnosis diagnosis, @Nullable UUID window, boolean otherBrowser) {

}
