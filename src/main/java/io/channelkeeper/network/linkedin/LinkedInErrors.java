package io.channelkeeper.network.linkedin;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.RateLimited;
import io.channelkeeper.network.NetworkFault.TokenExpired;
import io.channelkeeper.network.NetworkFault.TokenRejected;
import io.channelkeeper.network.NetworkFault.Unavailable;
import io.channelkeeper.network.NetworkFault.Unexpected;
import io.channelkeeper.network.RemoteAnswer;

/**
 * What LinkedIn's errors mean, decided by its own codes before the HTTP status; whatever
 * is no JSON at all says nothing about a token (N-5).
 */
final class LinkedInErrors {

	/** Errors of the token addresses that are the operator's and no person's. */
	static final Set<String> OF_THE_CLIENT = Set.of("invalid_client", "unauthorized_client", "invalid_client_id");

	private static final Pattern RESTRICTED = Pattern
		.compile("(?:member|account|user)\\b.{0,80}\\brestricted|restricted (?:member|account|user)");

	/** LinkedIn says that a code or refresh token is no good as a malformed request. */
	private static final Pattern OF_THE_TOKEN = Pattern
		.compile("authorization code|authorization grant|refresh token|access token");

	private LinkedInErrors() {
	}

	/**
	 * The fault that an answer of the API stands for, or null when it is no error.
	 * @param denied what it means that the permissions are not enough
	 * @param gone what it means that there is no such thing
	 */
	static @Nullable NetworkFault ofApi(RemoteAnswer answer, NetworkFault denied, NetworkFault gone, Instant now) {
		Json body = answer.body();
		if (body == null || !body.isObject()) {
			return answer.isSuccess() ? new Unexpected() : answer.faultOfStatus(now);
		}
		Long service = body.number("serviceErrorCode");
		long status = Objects.requireNonNullElse(body.number("status"), (long) answer.status());
		if (answer.isSuccess() && service == null && status < 400) {
			return null;
		}
		return ofCode((service != null) ? service : 0, status, body, denied, gone, answer.retryAfter(now));
	}

	/** The same for the addresses that deal with tokens, which speak OAuth. */
	static @Nullable NetworkFault ofTokens(RemoteAnswer answer, Instant now) {
		Json body = answer.body();
		String error = (body != null) ? body.text("error") : null;
		if (body == null || error == null) {
			// That there is no such address says nothing about a token.
			return ofApi(answer, new TokenRejected(Cause.TOKEN_REJECTED), new Unexpected(), now);
		}
		String description = Objects.requireNonNullElse(body.text("error_description"), "").toLowerCase(Locale.ROOT);
		return switch (error) {
			case "invalid_grant" -> new TokenRejected(Cause.TOKEN_REJECTED);
			case "invalid_request" ->
				OF_THE_TOKEN.matcher(description).find() ? new TokenRejected(Cause.TOKEN_REJECTED) : new Unexpected();
			case "server_error", "temporarily_unavailable" -> new Unavailable();
			default ->
				(answer.status() == 429 || answer.status() >= 500) ? answer.faultOfStatus(now) : new Unexpected();
		};
	}

	/** Whether LinkedIn does not serve the month of the API that was asked for. */
	static boolean isOfTheVersion(RemoteAnswer answer) {
		String code = (answer.body() != null) ? answer.body().text("code") : null;
		return answer.status() == 426 || "NONEXISTENT_VERSION".equals(code);
	}

	private static NetworkFault ofCode(long service, long status, Json body, NetworkFault denied, NetworkFault gone,
			@Nullable Instant retryAfter) {
		String code = Objects.requireNonNullElse(body.text("code"), "");
		if (status == 429 || code.equals("TOO_MANY_REQUESTS")) {
			return new RateLimited(retryAfter);
		}
		if (service == 65601 || code.equals("REVOKED_ACCESS_TOKEN")) {
			return new TokenRejected(Cause.ACCESS_REVOKED);
		}
		if (service == 65602 || code.equals("EXPIRED_ACCESS_TOKEN")) {
			return new TokenExpired();
		}
		if (service == 65600 || code.equals("INVALID_ACCESS_TOKEN")) {
			return new TokenRejected(Cause.TOKEN_REJECTED);
		}
		return ofStatus(status, body, denied, gone);
	}

	private static NetworkFault ofStatus(long status, Json body, NetworkFault denied, NetworkFault gone) {
		if (status == 401 || status == 403) {
			String message = Objects.requireNonNullElse(body.text("message"), "").toLowerCase(Locale.ROOT);
			if (RESTRICTED.matcher(message).find()) {
				return new TokenRejected(Cause.ACCOUNT_RESTRICTED);
			}
			return (status == 403) ? denied : new TokenRejected(Cause.TOKEN_REJECTED);
		}
		if (status == 404) {
			return gone;
		}
		return (status >= 500) ? new Unavailable() : new Unexpected();
	}

}
