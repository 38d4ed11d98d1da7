package practice.instagram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of the address for short tokens, which has an older, flat shape.
 */
@SuppressWarnings("serial")
final class TokenRefusal extends RuntimeException {

	TokenRefusal(String message) {
		super(message, null, false, false);
	}

	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error_type", "OAuthException");
		body.put("code", 400);
		body.put("error_message", String.valueOf(getMessage()));
		return body;
	}

}
