package io.channelkeeper.network.x;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.CallBudget;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * How the answers of X's API are to be understood.
 */
class XReading implements AnswerReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		return XErrors.faultOf(answer, now);
	}

	/** The headers count calls; they may be absent. */
	@Override
	public @Nullable CallBudget budgetOf(RemoteAnswer answer, Instant now) {
		Long limit = number(answer.headers(), "x-rate-limit-limit");
		Long left = number(answer.headers(), "x-rate-limit-remaining");
		if (left == null) {
			return null;
		}
		Integer used = (limit != null && limit > 0 && left <= limit) ? (int) (100 * (limit - left) / limit) : null;
		return new CallBudget(used, left, XErrors.renewedAt(answer, now));
	}

	@Override
	public String describe(RemoteAnswer answer) {
		if (XErrors.isOutOfCredits(answer)) {
			return "status 402: the app's credits at X are used up; buy some in X's developer console";
		}
		Json body = answer.body();
		if (body == null) {
			return AnswerReading.super.describe(answer);
		}
		return "status %s, title %s, type %s, error %s, code %s".formatted(answer.status(), body.label("title"),
				body.label("type"), body.label("error"), XErrors.codeOf(body));
	}

	private static @Nullable Long number(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		return (value != null && value.matches("[0-9]{1,9}")) ? Long.valueOf(value) : null;
	}

}
