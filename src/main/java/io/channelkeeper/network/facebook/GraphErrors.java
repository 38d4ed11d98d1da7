package io.channelkeeper.network.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
import io.channelkeeper.network.RemoteAnswer;

/**
 * What the Graph API's errors mean, decided by code and subcode and never by the HTTP
 * status (N-6; Meta, Handling Errors, and bodies seen by others).
 */
final class GraphErrors {

	private static final Set<Long> LIMITS = Set.of(4L, 17L, 32L, 341L, 613L);

	private static final Duration LONGEST_WAIT = Duration.ofDays(2);

	private GraphErrors() {
	}

	/** The fault that an answer stands for, or null when it is no error. */
	static @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		Json body = answer.body();
		Json error = (body != null) ? body.object("error") : null;
		if (error != null) {
			return translate(error, "error_subcode", answer, now);
		}
		if (answer.isSuccess()) {
			return (body != null) ? null : new NetworkFault.Unexpected();
		}
		return answer.faultOfStatus(now);
	}

	/**
	 * Whether somebody else's account is unknown, or personal: Facebook says the same.
	 */
	static boolean isUnknownAccount(RemoteAnswer answer) {
		Json error = (answer.body() != null) ? answer.body().object("error") : null;
		return error != null && Objects.equals(error.number("code"), 110L);
	}

	/** The same for the error that stands inside what {@code debug_token} says. */
	static NetworkFault translate(Json error, String subcodeName, RemoteAnswer answer, Instant now) {
		long code = Objects.requireNonNullElse(error.number("code"), 0L);
		long subcode = Objects.requireNonNullElse(error.number(subcodeName), 0L);
		String message = Objects.requireNonNullElse(error.text("message"), "").toLowerCase(Locale.ROOT);
		if (LIMITS.contains(code) || (code >= 80000 && code < 80100)) {
			return new RateLimited(until(answer, now));
		}
		// A transient error may read like one of authorization, and is none (N-5).
		if (Boolean.TRUE.equals(error.flag("is_transient")) || code == 1 || code == 2) {
			return new Unavailable();
		}
		if (code == 190 || code == 102) {
			return ofToken(subcode, message);
		}
		return ofRest(code, subcode, message, answer, now);
	}

	private static NetworkFault ofToken(long subcode, String message) {
		return switch ((int) subcode) {
			case 463 -> new TokenExpired();
			case 458 -> new TokenRejected(Cause.ACCESS_REVOKED);
			case 459, 464, 490 -> new TokenRejected(Cause.SECURITY_CHECK);
			case 460 -> new TokenRejected(Cause.PASSWORD_CHANGED);
			// A new token does not cure it: the role has to come back (N-7).
			case 492 -> new ChannelLost(Cause.ROLE_LOST);
			default -> ofTokenInWords(message);
		};
	}

	/** Older bodies have no subcode where only one page is lost. */
	private static NetworkFault ofTokenInWords(String message) {
		if (message.contains("page that has been deleted")) {
			return new ChannelLost(Cause.ACCOUNT_DELETED);
		}
		return message.contains("of the page in order to impersonate") ? new ChannelLost(Cause.ROLE_LOST)
				: new TokenRejected(Cause.TOKEN_REJECTED);
	}

	private static NetworkFault ofRest(long code, long subcode, String message, RemoteAnswer answer, Instant now) {
		if (code == 10 && message.contains("not an instagram business")) {
			return new ChannelLost(Cause.NOT_PROFESSIONAL);
		}
		if (code == 200 && message.contains("authorized the application")) {
			return new TokenRejected(Cause.ACCESS_REVOKED);
		}
		if (code == 3 || code == 10 || (code >= 200 && code < 300)) {
			return new PermissionMissing(null);
		}
		if (code == 368) {
			return new TokenRejected(Cause.SECURITY_CHECK);
		}
		if (code == 25) {
			return new ChannelLost(Cause.ACCOUNT_RESTRICTED);
		}
		if (code == 100 && message.contains("authorization code")) {
			return new TokenRejected(Cause.TOKEN_REJECTED);
		}
		if (code == 100 && subcode == 33) {
			return new ChannelLost(Cause.ACCOUNT_DELETED);
		}
		return answer.faultOfStatus(now);
	}

	/** Facebook says in minutes when access comes back, and in a header of its own. */
	private static @Nullable Instant until(RemoteAnswer answer, Instant now) {
		Json usage = Json.read(answer.headers().getFirst("X-Business-Use-Case-Usage"));
		List<Json> uses = (usage != null) ? usage.objectsOfAll() : List.of();
		return uses.stream()
			.map((use) -> use.number("estimated_time_to_regain_access"))
			.filter((minutes) -> minutes != null && minutes > 0 && minutes <= LONGEST_WAIT.toMinutes())
			.max(Comparator.naturalOrder())
			.map((minutes) -> now.plus(Duration.ofMinutes(minutes)))
			.orElseGet(() -> answer.retryAfter(now));
	}

}
