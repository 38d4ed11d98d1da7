package practice.google;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of the APIs in by their token.
 */
final class GoogleGate {

	private final GoogleTokens tokens;

	GoogleGate(GoogleTokens tokens) {
		this.tokens = tokens;
	}

	/** The call's token, which has to be good and to open this. */
	GoogleToken enter(HttpServletRequest request, String scope) {
		GoogleToken token = this.tokens.find(value(request), false);
		if (token == null) {
			throw GoogleException.unauthenticated();
		}
		if (!token.scopes.contains(scope)) {
			throw GoogleException.scopes();
		}
		return token;
	}

	private static @Nullable String value(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return (header != null && header.startsWith("Bearer ")) ? header.substring("Bearer ".length())
				: request.getParameter("access_token");
	}

}
