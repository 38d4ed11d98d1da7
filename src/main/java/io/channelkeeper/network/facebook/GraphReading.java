package io.channelkeeper.network.facebook;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.CallBudget;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * How the Graph API's answers are to be understood, on Facebook's host and on Instagram's
 * (Meta, Handling Errors and Rate Limits).
 */
public class GraphReading implements AnswerReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		return GraphErrors.faultOf(answer, now);
	}

	/** The header counts in per cent of three limits; the nearest one decides. */
	@Override
	public @Nullable CallBudget budgetOf(RemoteAnswer answer, Instant now) {
		Json usage = Json.read(answer.headers().getFirst("X-App-Usage"));
		if (usage == null) {
			return null;
		}
		long used = LongStream
			.of(percent(usage, "call_count"), percent(usage, "total_cputime"), percent(usage, "total_time"))
			.max()
			.orElse(0);
		return new CallBudget((int) Math.min(used, 1000), null, null);
	}

	@Override
	public String describe(RemoteAnswer answer) {
		Json error = (answer.body() != null) ? answer.body().object("error") : null;
		return (error != null) ? "error %s/%s, status %s, trace %s".formatted(error.number("code"),
				error.number("error_subcode"), answer.status(), error.label("fbtrace_id"))
				: AnswerReading.super.describe(answer);
	}

	private static long percent(Json usage, String name) {
		return Math.max(0, Objects.requireNonNullElse(usage.number(name), 0L));
	}

}
