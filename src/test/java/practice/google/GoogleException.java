package practice.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A refusal in Google's own words.
 */
@SuppressWarnings("serial")
final class GoogleException extends RuntimeException {

	final int status;

	final transient Map<String, Object> body;

	private GoogleException(int status, Map<String, Object> body) {
		super(String.valueOf(body), null, false, false);
		this.status = status;
		this.body = body;
	}

	/** As the token address says it. */
	static GoogleException oauth(int status, String error, String description) {
		return new GoogleException(status, Map.of("error", error, "error_description", description));
	}

	/** As the APIs say it. */
	static GoogleException api(int code, String message, @Nullable String domain, @Nullable String reason,
			@Nullable String status) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code", code);
		error.put("message", message);
		if (reason != null) {
			error.put("errors",
					List.of(Map.of("message", message, "domain", String.valueOf(domain), "reason", reason)));
		}
		if (status != null) {
			error.put("status", status);
		}
		return new GoogleException(code, Map.of("error", error));
	}

	static GoogleException unauthenticated() {
		return api(401, "Request had invalid authentication credentials.", "global", "authError", "UNAUTHENTICATED");
	}

	static GoogleException scopes() {
		return api(403, "Request had insufficient authentication scopes.", "global", "insufficientPermissions",
				"PERMISSION_DENIED");
	}

	static GoogleException signupRequired() {
		return api(401, "Unauthorized", "youtube.header", "youtubeSignupRequired", null);
	}

	static GoogleException permissionDenied() {
		return api(403, "The caller does not have permission", null, null, "PERMISSION_DENIED");
	}

	static GoogleException argument(String message, String reason) {
		return api(400, message, "youtube.parameter", reason, "INVALID_ARGUMENT");
	}

}
