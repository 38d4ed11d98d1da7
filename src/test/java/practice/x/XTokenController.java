package practice.x;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exchanges codes and refresh tokens, and takes tokens back. Only HTTP Basic proves the
 * app.
 */
@RestController
@RequestMapping("/x/api/2/oauth2")
class XTokenController {

	private final XApp app;

	private final XTokens tokens;

	XTokenController(XApp app, XTokens tokens) {
		this.app = app;
		this.tokens = tokens;
	}

	@PostMapping("/token")
	ResponseEntity<Map<String, Object>> token(HttpServletRequest request) {
		checkApp(request);
		Map<String, Object> answer = switch (given(request, "grant_type")) {
			case "authorization_code" -> this.tokens.redeem(given(request, "code"), given(request, "redirect_uri"),
					given(request, "code_verifier"));
			case "refresh_token" -> this.tokens.refresh(given(request, "refresh_token"));
			default ->
				throw XProblem.oauth(400, "unsupported_grant_type", "The authorization grant type is not supported.");
		};
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
	}

	@PostMapping("/revoke")
	Map<String, Object> revoke(HttpServletRequest request) {
		checkApp(request);
		this.tokens.revoke(given(request, "token"));
		return Map.of("revoked", true);
	}

	private void checkApp(HttpServletRequest request) {
		if (!this.app.isProvenBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			throw XProblem.oauth(401, "unauthorized_client", "Missing valid authorization header");
		}
	}

	private static String given(HttpServletRequest request, String name) {
		@Nullable String value = request.getParameter(name);
		if (value == null || value.isBlank()) {
			throw XProblem.oauth(400, "invalid_request", "Missing required parameter [" + name + "].");
		}
		return value;
	}

}
