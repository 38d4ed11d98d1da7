package io.channelkeeper.network.google;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * How Google's answers are to be understood. None of them says how much of a limit is
 * used.
 */
class GoogleReading implements AnswerReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		return GoogleErrors.faultOf(answer, now);
	}

	@Override
	public String describe(RemoteAnswer answer) {
		Json body = answer.body();
		Json error = (body != null) ? body.object("error") : null;
		if (body == null || (error == null && body.text("error") == null)) {
			return AnswerReading.super.describe(answer);
		}
		List<String> reasons = (error != null) ? GoogleErrors.reasons(error) : List.of();
		return "error %s %s, status %s".formatted((error != null) ? error.label("status") : body.label("error"),
				reasons, answer.status());
	}

}
