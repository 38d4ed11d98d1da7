package practice.linkedin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads and checks the access token and the version of a call.
 */
final class ApiGate {

	private final App app;

	private final Tokens tokens;

	ApiGate(App app, Tokens tokens) {
		this.app = app;
		this.tokens = tokens;
	}

	/** The token of a call to the older part of the API, which has no months. */
	Token enter(HttpServletRequest request, String scope) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.startsWith("Bearer ")) {
			throw new Refusal(401, 401, null, "Empty oauth2_access_token");
		}
		Token token = this.tokens.check(header.substring("Bearer ".length()).trim());
		if (!token.scopes.contains(scope)) {
			throw Refusal.denied(request.getMethod() + " " + request.getRequestURI());
		}
		return token;
	}

	/** The token of a call to a month of the API. */
	Token enterVersion(HttpServletRequest request, String scope) {
		checkVersion(request.getHeader("LinkedIn-Version"));
		return enter(request, scope);
	}

	private void checkVersion(@Nullable String version) {
		if (version == null) {
			throw new Refusal(400, null, "VERSION_MISSING",
					"A version must be present. Please specify a version by adding the LinkedIn-Version header.");
		}
		if (!version.matches("[0-9]{6}") || !this.app.serves(version)) {
			throw new Refusal(426, null, "NONEXISTENT_VERSION", "Requested version " + version + " is not active");
		}
	}

}
