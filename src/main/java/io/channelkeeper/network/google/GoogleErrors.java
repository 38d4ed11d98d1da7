package io.channelkeeper.network.google;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.ChannelLost;
import io.channelkeeper.network.NetworkFault.PermissionMissing;
import io.channelkeeper.network.NetworkFault.RateLimited;
import io.channelkeeper.network.NetworkFault.TokenExpired;
import io.channelkeeper.network.NetworkFault.TokenRejected;
import io.channelkeeper.network.NetworkFault.Unavailable;
import io.channelkeeper.network.NetworkFault.Unexpected;
import io.channelkeeper.network.RemoteAnswer;

/**
 * What Google's errors mean. The token address says them in one word, the APIs as an
 * object with reasons; the reasons decide, then the status word, then HTTP.
 */
final class GoogleErrors {

	private static final Set<String> LIMITS = Set.of("quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded",
			"dailyLimitExceeded", "dailyLimitExceededUnreg", "limitExceeded", "RATE_LIMIT_EXCEEDED",
			"rate_limit_exceeded", "slow_down");

	private static final Set<String> SCOPES = Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

	private static final Set<String> TROUBLE = Set.of("backendError", "internalError", "internal_failure",
			"server_error", "temporarily_unavailable", "serviceUnavailable");

	/** Channels that are not there, or that this person has none of. */
	private static final Set<String> NO_CHANNEL = Set.of("youtubeSignupRequired", "channelNotFound", "channelClosed",
			"authenticatedUserAccountClosed");

	private static final Set<String> SUSPENDED = Set.of("channelSuspended", "authenticatedUserAccountSuspended");

	/** What the operator has to mend at Google; no channel and no token is to blame. */
	private static final Set<String> OPERATOR = Set.of("accessNotConfigured", "SERVICE_DISABLED", "keyInvalid",
			"API_KEY_INVALID", "API_KEY_SERVICE_BLOCKED", "ipRefererBlocked", "CONSUMER_INVALID", "invalid_client",
			"unauthorized_client", "deleted_client", "redirect_uri_mismatch", "unsupported_grant_type");

	private static final Set<String> ENDED = Set.of("invalid_grant", "invalid_token");

	/** Google gives one or two. */
	private static final int MOST_REASONS = 10;

	private GoogleErrors() {
	}

	/** The fault that an answer stands for, or null when it is no error. */
	static @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		Json body = answer.body();
		if (body == null || !body.isObject()) {
			return answer.isSuccess() ? new Unexpected() : answer.faultOfStatus(now);
		}
		Json error = body.object("error");
		String word = body.text("error");
		if (error == null && word == null) {
			return answer.isSuccess() ? null : answer.faultOfStatus(now);
		}
		List<String> reasons = (error != null) ? reasons(error) : List.of(Objects.requireNonNull(word));
		NetworkFault said = ofReasons(reasons, answer, now);
		if (said != null) {
			return said;
		}
		return (error != null) ? ofStatus(error, answer, now) : answer.faultOfStatus(now);
	}

	/** Everything that an error calls its reason, in the old form and in the new one. */
	static List<String> reasons(Json error) {
		List<String> reasons = new ArrayList<>();
		for (String list : List.of("errors", "details")) {
			error.objects(list)
				.stream()
				.map((one) -> one.label("reason"))
				.filter(Objects::nonNull)
				.limit(MOST_REASONS)
				.forEach(reasons::add);
		}
		return reasons;
	}

	private static @Nullable NetworkFault ofReasons(List<String> reasons, RemoteAnswer answer, Instant now) {
		for (String reason : reasons) {
			if (LIMITS.contains(reason)) {
				return new RateLimited(answer.retryAfter(now));
			}
			if (TROUBLE.contains(reason)) {
				return new Unavailable();
			}
			if (SCOPES.contains(reason)) {
				return new PermissionMissing(null);
			}
			if (NO_CHANNEL.contains(reason)) {
				return new ChannelLost(Cause.ACCOUNT_DELETED);
			}
			if (SUSPENDED.contains(reason)) {
				return new ChannelLost(Cause.ACCOUNT_SUSPENDED);
			}
			if (OPERATOR.contains(reason)) {
				return new Unexpected();
			}
			// Revoked, too old or idle: Google does not tell them apart.
			if (ENDED.contains(reason)) {
				return new TokenRejected(Cause.TOKEN_REJECTED);
			}
		}
		return null;
	}

	private static NetworkFault ofStatus(Json error, RemoteAnswer answer, Instant now) {
		long code = Objects.requireNonNullElse(error.number("code"), (long) answer.status());
		String status = Objects.requireNonNullElse(error.text("status"), "");
		String message = Objects.requireNonNullElse(error.text("message"), "").toLowerCase(Locale.ROOT);
		if (status.equals("RESOURCE_EXHAUSTED") || code == 429) {
			return new RateLimited(answer.retryAfter(now));
		}
		if (status.equals("UNAUTHENTICATED") || code == 401) {
			return new TokenExpired();
		}
		if (status.equals("PERMISSION_DENIED")) {
			return message.contains("authentication scopes") ? new PermissionMissing(null)
					: new ChannelLost(Cause.ROLE_LOST);
		}
		if (status.equals("NOT_FOUND")) {
			return new ChannelLost(Cause.ACCOUNT_DELETED);
		}
		return (code >= 500) ? new Unavailable() : answer.faultOfStatus(now);
	}

}
