package practice.facebook;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the access token of a call, and its {@code appsecret_proof}.
 */
final class GraphGate {

	private final App app;

	private final Tokens tokens;

	GraphGate(App app, Tokens tokens) {
		this.app = app;
		this.tokens = tokens;
	}

	/** The token of a call, accepted. */
	Token enter(HttpServletRequest request) {
		Token token = this.tokens.check(value(request));
		checkProof(request, token.value);
		return token;
	}

	/** Whether the app itself calls, with its id and secret as token. */
	boolean isAppItself(HttpServletRequest request) {
		String value = value(request);
		if (value == null || !this.app.isAppToken(value)) {
			return false;
		}
		checkProof(request, value);
		return true;
	}

	private void checkProof(HttpServletRequest request, String token) {
		String proof = request.getParameter("appsecret_proof");
		if (proof == null && this.app.proofRequired) {
			throw new GraphException(400, "GraphMethodException", 100, null, false,
					"API calls from the server require an appsecret_proof argument");
		}
		if (proof != null && !proof.equals(Proof.hmac(App.SECRET, token))) {
			throw new GraphException(400, "GraphMethodException", 100, null, false,
					"Invalid appsecret_proof provided in the API argument");
		}
	}

	private static @Nullable String value(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return header.substring(7).trim();
		}
		return request.getParameter("access_token");
	}

}
