package io.channelkeeper.network.tiktok;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.PermissionMissing;
import io.channelkeeper.network.NetworkFault.RateLimited;
import io.channelkeeper.network.NetworkFault.TokenRejected;
import io.channelkeeper.network.NetworkFault.Unavailable;
import io.channelkeeper.network.NetworkFault.Unexpected;
import io.channelkeeper.network.RemoteAnswer;

/**
 * How TikTok's answers are to be understood. Where tokens are handed out the error is a
 * word beside its description, everywhere else an object that says {@code ok} when
 * nothing is wrong; both may come with any status (TikTok, OAuth error handling and API
 * v2 error handling).
 */
class TikTokReading implements AnswerReading {

	private static final Duration LONGEST_WAIT = Duration.ofDays(2);

	private static final String OK = "ok";

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		String code = codeOf(answer.body());
		if (code != null && !code.equals(OK)) {
			return translate(code, answer, now);
		}
		if (answer.isSuccess()) {
			return isReadable(answer) ? null : new Unexpected();
		}
		return answer.faultOfStatus(now);
	}

	@Override
	public String describe(RemoteAnswer answer) {
		Json body = answer.body();
		Json error = (body != null) ? body.object("error") : null;
		Json told = (error != null) ? error : body;
		return (told != null)
				? "error %s, status %s, log %s".formatted(word(codeOf(body)), answer.status(), told.label("log_id"))
				: AnswerReading.super.describe(answer);
	}

	/** TikTok's word for what is wrong, {@code ok}, or null where it says neither. */
	static @Nullable String codeOf(@Nullable Json body) {
		if (body == null) {
			return null;
		}
		Json error = body.object("error");
		return (error != null) ? error.text("code") : body.text("error");
	}

	private static NetworkFault translate(String code, RemoteAnswer answer, Instant now) {
		return switch (code) {
			case "access_denied" -> new TokenRejected(Cause.ACCESS_REVOKED);
			// TikTok tells neither an end from a removal, nor one token from another.
			case "access_token_invalid", "invalid_grant" -> new TokenRejected(Cause.TOKEN_REJECTED);
			case "scope_not_authorized", "scope_permission_missed" -> new PermissionMissing(scopeIn(answer.body()));
			case "rate_limit_exceeded", "reached_active_user_cap" -> new RateLimited(until(answer, now));
			case "internal_error", "server_error", "temporarily_unavailable" -> new Unavailable();
			default -> (answer.status() >= 400) ? answer.faultOfStatus(now) : new Unexpected();
		};
	}

	/** Nothing at all is an answer too: it says that access was given back. */
	private static boolean isReadable(RemoteAnswer answer) {
		return answer.body() != null || answer.status() == 204 || answer.headers().getContentLength() == 0;
	}

	private static @Nullable String scopeIn(@Nullable Json body) {
		Json error = (body != null) ? body.object("error") : null;
		String message = (error != null) ? error.text("message") : null;
		return (message != null) ? TikTokScope.namedIn(message).map(TikTokScope::value).orElse(null) : null;
	}

	/** TikTok documents no time; some of its answers carry the one of its gateway. */
	private static @Nullable Instant until(RemoteAnswer answer, Instant now) {
		Instant said = answer.retryAfter(now);
		String reset = answer.headers().getFirst("x-ratelimit-reset");
		if (said != null || reset == null || !reset.matches("[0-9]{1,10}")) {
			return said;
		}
		try {
			Instant until = Instant.ofEpochSecond(Long.parseLong(reset));
			return until.isAfter(now) && until.isBefore(now.plus(LONGEST_WAIT)) ? until : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static String word(@Nullable String code) {
		return Objects.requireNonNullElse(code, "?").replaceAll("[^a-z_]", "?");
	}

}
