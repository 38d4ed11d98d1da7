package practice.linkedin;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer of LinkedIn that is an error.
 */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

	final int status;

	private final @Nullable Integer serviceErrorCode;

	private final @Nullable String code;

	private final @Nullable String error;

	Refusal(int status, @Nullable Integer serviceErrorCode, @Nullable String code, String message) {
		this(status, serviceErrorCode, code, null, message);
	}

	private Refusal(int status, @Nullable Integer serviceErrorCode, @Nullable String code, @Nullable String error,
			String message) {
		super(message, null, false, false);
		this.status = status;
		this.serviceErrorCode = serviceErrorCode;
		this.code = code;
		this.error = error;
	}

	/** In the words of OAuth, as the token addresses speak. */
	static Refusal oauth(int status, String error, String description) {
		return new Refusal(status, null, null, error, description);
	}

	/** The token of a call is not accepted. */
	static Refusal token(int serviceErrorCode, @Nullable String code, String message) {
		return new Refusal(401, serviceErrorCode, code, message);
	}

	static Refusal denied(String what) {
		return new Refusal(403, 100, "ACCESS_DENIED", "Not enough permissions to access: " + what);
	}

	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		if (this.error != null) {
			body.put("error", this.error);
			body.put("error_description", String.valueOf(getMessage()));
			return body;
		}
		body.put("status", this.status);
		if (this.serviceErrorCode != null) {
			body.put("serviceErrorCode", this.serviceErrorCode);
		}
		if (this.code != null) {
			body.put("code", this.code);
		}
		body.put("message", String.valueOf(getMessage()));
		return body;
	}

}
