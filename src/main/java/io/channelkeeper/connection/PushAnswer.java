package io.channelkeeper.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.PushRefusedException;

/**
 * What a network is answered that told or asked something.
 *
 * @param status the HTTP status
 * @param body what is sent back as JSON, or null for nothing
 */
public record PushAnswer(int status, @Nullable Map<String, String> body) {

	private static final int UNREADABLE = 400;

	private static final int REFUSED = 401;

	private static final int LATER = 503;

	static PushAnswer of(PushRefusedException refusal) {
		return new PushAnswer((refusal.reason() == PushRefusedException.Reason.UNREADABLE) ? UNREADABLE : REFUSED,
				null);
	}

	/** Networks try again what could not be taken. */
	static PushAnswer later() {
		return new PushAnswer(LATER, null);
	}

}
