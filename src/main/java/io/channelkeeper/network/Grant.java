package io.channelkeeper.network;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a person's sign-in gave us.
 *
 * @param userId the provider's id of the person
 * @param userName the person's name there, or null
 * @param access the access token
 * @param accessExpiresAt its end, or null where the provider names none
 * @param refresh the refresh token, or null
 * @param refreshExpiresAt its end, or null
 * @param scopes the permissions that were really granted
 * @param deadline when a person must act again, or null
 * @param deadlineSource where that is known from
 */
public record Grant(String userId, @Nullable String userName, TokenValue access, @Nullable Instant accessExpiresAt,
		@Nullable TokenValue refresh, @Nullable Instant refreshExpiresAt, Set<String> scopes,
		@Nullable Instant deadline, DeadlineSource deadlineSource) {

}
