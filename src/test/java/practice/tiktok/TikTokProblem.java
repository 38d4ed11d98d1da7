package practice.tiktok;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A refusal, in the shape of the place that gives it: a word where tokens are handed out
 * (with HTTP 200), an object everywhere else.
 */
@SuppressWarnings("serial")
final class TikTokProblem extends RuntimeException {

	private static final AtomicLong LOG = new AtomicLong(202611210000L);

	final int status;

	final String code;

	private final boolean oauth;

	private TikTokProblem(int status, String code, String message, boolean oauth) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.oauth = oauth;
	}

	static TikTokProblem oauth(String code, String message) {
		return new TikTokProblem(200, code, message, true);
	}

	static TikTokProblem api(int status, String code, String message) {
		return new TikTokProblem(status, code, message, false);
	}

	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		if (this.oauth) {
			body.put("error", this.code);
			body.put("error_description", String.valueOf(getMessage()));
			body.put("log_id", log());
			return body;
		}
		if (this.status != 429) {
			body.put("data", Map.of());
		}
		body.put("error", error(this.code, String.valueOf(getMessage())));
		return body;
	}

	/** What stands under {@code error}, {@code ok} included. */
	static Map<String, Object> error(String code, String message) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code", code);
		error.put("message", message);
		error.put("log_id", log());
		return error;
	}

	private static String log() {
		return String.valueOf(LOG.incrementAndGet());
	}

}
