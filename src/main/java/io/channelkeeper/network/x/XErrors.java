package io.channelkeeper.network.x;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.ChannelLost;
import io.channelkeeper.network.NetworkFault.PermissionMissing;
import io.channelkeeper.network.NetworkFault.RateLimited;
import io.channelkeeper.network.NetworkFault.TokenRejected;
import io.channelkeeper.network.NetworkFault.Unavailable;
import io.channelkeeper.network.NetworkFault.Unexpected;
import io.channelkeeper.network.RemoteAnswer;

/**
 * What X's refusals mean. They come in three shapes: OAuth's {@code error}, problems with
 * {@code title} and {@code type}, and the old {@code errors} with a code.
 */
final class XErrors {

	/** OAuth's words for "not this app": the operator's trouble, not the person's. */
	private static final Set<String> CLIENT = Set.of("invalid_client", "unauthorized_client");

	private static final Duration LONGEST_WAIT = Duration.ofDays(2);

	private XErrors() {
	}

	/** The fault that an answer stands for, or null when it is none. */
	static @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		if (answer.status() >= 500) {
			return new Unavailable();
		}
		if (answer.status() == 429) {
			return new RateLimited(until(answer, now));
		}
		// Nothing that a creator or a marketer could mend, and over as soon as it is
		// paid.
		if (isOutOfCredits(answer)) {
			return new RateLimited(null);
		}
		Json body = answer.body();
		if (body == null) {
			return (answer.status() == 204) ? null : bare(answer, now);
		}
		String error = body.text("error");
		if (error != null) {
			return ofOAuth(error, words(body));
		}
		Long code = codeOf(body);
		if (code != null) {
			return ofCode(code, answer, now);
		}
		return answer.isSuccess() ? ofSuccess(body) : ofProblem(body, answer, now);
	}

	/** Whether X refuses because the operator's account there has no credits left. */
	static boolean isOutOfCredits(RemoteAnswer answer) {
		return answer.status() == 402;
	}

	/** Whether X does not know the app itself. */
	static boolean isAboutClient(RemoteAnswer answer) {
		Json body = answer.body();
		String error = (body != null) ? body.text("error") : null;
		return error != null && CLIENT.contains(error);
	}

	/** Whether X takes the app, but not the code that it sent. */
	static boolean isAboutCode(RemoteAnswer answer) {
		Json body = answer.body();
		return answer.status() == 400 && body != null && ofOAuth(error(body), words(body)) instanceof TokenRejected;
	}

	/** The old way's code, or null. */
	static @Nullable Long codeOf(Json body) {
		return body.objects("errors")
			.stream()
			.map((error) -> error.number("code"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static NetworkFault bare(RemoteAnswer answer, Instant now) {
		return answer.isSuccess() ? new Unexpected() : answer.faultOfStatus(now);
	}

	/**
	 * X says {@code invalid_request} of everything; only what it says of the token or the
	 * code itself is about the person's access.
	 */
	private static NetworkFault ofOAuth(String error, String words) {
		boolean refused = words.contains("token was invalid") || words.contains("authorization code was invalid")
				|| words.contains("authorization code has expired");
		return switch (error) {
			case "invalid_grant", "invalid_token" -> new TokenRejected(Cause.TOKEN_REJECTED);
			case "invalid_request" -> refused ? new TokenRejected(Cause.TOKEN_REJECTED) : new Unexpected();
			case "temporarily_unavailable", "server_error" -> new Unavailable();
			default -> new Unexpected();
		};
	}

	private static NetworkFault ofCode(long code, RemoteAnswer answer, Instant now) {
		return switch ((int) code) {
			case 88 -> new RateLimited(until(answer, now));
			case 130, 131 -> new Unavailable();
			case 326 -> new TokenRejected(Cause.ACCOUNT_LOCKED);
			case 64 -> new TokenRejected(Cause.ACCOUNT_SUSPENDED);
			case 32, 89 -> new TokenRejected(Cause.TOKEN_REJECTED);
			case 17, 34, 50, 63 -> new ChannelLost(Cause.ACCOUNT_DELETED);
			case 220 -> new PermissionMissing(null);
			default -> bare(answer, now);
		};
	}

	/** An answer may be whole, or in part, or hold nothing but what is missing. */
	private static @Nullable NetworkFault ofSuccess(Json body) {
		if (body.object("data") != null || body.hasList("data") || !body.hasList("errors")) {
			return null;
		}
		return body.objects("errors").stream().map(XErrors::ofPart).findFirst().orElseGet(Unexpected::new);
	}

	private static NetworkFault ofPart(Json problem) {
		String words = words(problem);
		if (words.contains("suspended")) {
			return new ChannelLost(Cause.ACCOUNT_SUSPENDED);
		}
		return words.contains("resource-not-found") ? new ChannelLost(Cause.ACCOUNT_DELETED) : new Unexpected();
	}

	private static NetworkFault ofProblem(Json body, RemoteAnswer answer, Instant now) {
		String words = words(body);
		if (words.contains("usage-capped") || words.contains("rate-limit-exceeded")) {
			return new RateLimited(until(answer, now));
		}
		return switch (answer.status()) {
			case 401 -> new TokenRejected(Cause.TOKEN_REJECTED);
			case 403 -> ofForbidden(words);
			case 404 ->
				words.contains("resource-not-found") ? new ChannelLost(Cause.ACCOUNT_DELETED) : new Unexpected();
			default -> answer.faultOfStatus(now);
		};
	}

	/** The app's own standing at X is not the fault of the person who signed in. */
	private static NetworkFault ofForbidden(String words) {
		if (words.contains("client-forbidden") || words.contains("unsupported-authentication")) {
			return new Unexpected();
		}
		if (words.contains("suspended")) {
			return new TokenRejected(Cause.ACCOUNT_SUSPENDED);
		}
		if (words.contains("temporarily locked")) {
			return new TokenRejected(Cause.ACCOUNT_LOCKED);
		}
		return words.contains("about:blank") || words.contains("oauth1-permissions") ? new PermissionMissing(null)
				: new Unexpected();
	}

	/** X says when the limit begins anew, in seconds since 1970; it may be silent. */
	static @Nullable Instant until(RemoteAnswer answer, Instant now) {
		Instant reset = renewedAt(answer, now);
		return (reset != null) ? reset : answer.retryAfter(now);
	}

	static @Nullable Instant renewedAt(RemoteAnswer answer, Instant now) {
		String value = answer.headers().getFirst("x-rate-limit-reset");
		if (value == null || !value.matches("[0-9]{1,11}")) {
			return null;
		}
		Instant reset = Instant.ofEpochSecond(Long.parseLong(value));
		return reset.isAfter(now) && reset.isBefore(now.plus(LONGEST_WAIT)) ? reset : null;
	}

	private static String error(Json body) {
		return Objects.requireNonNullElse(body.text("error"), "");
	}

	private static String words(Json body) {
		return Stream.of("error_description", "title", "detail", "type", "reason")
			.map(body::text)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
	}

}
