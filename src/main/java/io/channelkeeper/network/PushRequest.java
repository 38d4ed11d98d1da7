package io.channelkeeper.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.PushRefusedException.Reason;

/**
 * A request at a webhook, as it came; every part of it may be hostile.
 *
 * @param kind the last part of the address, or an empty text
 * @param question whether it only asks (GET) and tells nothing
 * @param body the body as it was sent, because signatures are made over its very bytes
 * @param headers the headers
 * @param query the parameters of the address as they were sent, or null
 * @param now when it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record PushRequest(String kind, boolean question, byte[] body, HttpHeaders headers, @Nullable String query,
		Instant now) {

	/** How far clocks may be apart. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	/** A parameter of the address, or null. */
	public @Nullable String parameter(String name) {
		return value((this.query != null) ? this.query : "", name);
	}

	/** A field of a body that is a form, or null. */
	public @Nullable String field(String name) {
		return value(new String(this.body, StandardCharsets.ISO_8859_1), name);
	}

	private static @Nullable String value(String pairs, String name) {
		for (String pair : StringUtils.delimitedListToStringArray(pairs, "&")) {
			if (pair.startsWith(name + "=")) {
				try {
					return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
				}
				catch (IllegalArgumentException ex) {
					return null;
				}
			}
		}
		return null;
	}

	/**
	 * The body, which has to be a JSON object.
	 * @throws PushRefusedException if it is none
	 */
	public Json json() {
		Json json = Json.read(this.body);
		if (json == null || !json.isObject()) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return json;
	}

	/**
	 * Stops what is too old, or not yet.
	 * @param said when it was signed, or null if it does not say
	 * @return when it was signed
	 * @throws PushRefusedException if it did not say, or says something impossible
	 */
	public Instant fresh(@Nullable Instant said, Duration atMost) {
		if (said == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		if (said.isBefore(this.now.minus(atMost))) {
			throw new PushRefusedException(Reason.TOO_OLD);
		}
		if (said.isAfter(this.now.plus(SKEW))) {
			throw new PushRefusedException(Reason.TOO_NEW);
		}
		return said;
	}

	@Override
	public String toString() {
		return "PushRequest[" + this.kind + "]";
	}

}
