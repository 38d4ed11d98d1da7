package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ProviderId;

/**
 * Somebody wants to leave for a network in order to connect a channel.
 *
 * @param channelId the channel that is expected back
 * @param provider through whom
 * @param errand the name of the {@link SignInErrand} that sent the person
 * @param errandId what the errand is about, such as an invitation, or null
 * @param memberId the member who signs in, or null for the creator
 * @param returnPath where the person was, a path of ours without any secret, or null
 * @param manner how the person leaves
 */
public record SignInStart(UUID channelId, ProviderId provider, String errand, @Nullable UUID errandId,
		@Nullable UUID memberId, @Nullable String returnPath, SignInManner manner) {

	public SignInStart(UUID channelId, ProviderId provider, String errand, @Nullable UUID errandId,
			@Nullable UUID memberId, @Nullable String returnPath) {
		this(channelId, provider, errand, errandId, memberId, returnPath, SignInManner.PLAIN);
	}

}
