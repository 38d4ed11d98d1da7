package io.channelkeeper.network.instagram;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.facebook.GraphReading;

/**
 * How Instagram Login's answers are to be understood: as the Graph API's, but for the
 * short token's address, whose errors have an older, flat shape.
 */
class InstagramReading extends GraphReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		Json body = answer.body();
		if (body == null || body.text("error_type") == null) {
			return super.faultOf(answer, now);
		}
		if (answer.status() == 429 || says(body, "error_type", "ratelimit")) {
			return new NetworkFault.RateLimited(answer.retryAfter(now));
		}
		if (answer.status() >= 500) {
			return new NetworkFault.Unavailable();
		}
		return isAboutTheApp(body) ? new NetworkFault.Unexpected()
				: new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED);
	}

	/** Whether it is the short token's address that refuses, and for good. */
	static boolean isRefusal(RemoteAnswer answer) {
		Json body = answer.body();
		return body != null && answer.status() == 400 && body.text("error_type") != null;
	}

	/** Whether the operator's id or secret is what is wrong. */
	static boolean isAboutTheApp(Json body) {
		return says(body, "error_message", "platform app") || says(body, "error_message", "client secret")
				|| says(body, "error_message", "client_secret") || says(body, "error_message", "client_id");
	}

	/** Whether the code is what is wrong. */
	static boolean isAboutTheCode(Json body) {
		return says(body, "error_message", "code");
	}

	private static boolean says(Json body, String field, String words) {
		return String.valueOf(body.text(field)).toLowerCase(Locale.ROOT).contains(words);
	}

	@Override
	public String describe(RemoteAnswer answer) {
		Json body = answer.body();
		return (body != null && body.text("error_type") != null)
				? "%s %s, status %s".formatted(body.label("error_type"), body.number("code"), answer.status())
				: super.describe(answer);
	}

}
