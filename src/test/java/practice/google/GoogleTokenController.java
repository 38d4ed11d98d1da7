package practice.google;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import practice.google.GoogleWorld.Identity;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where practice Google issues tokens, explains them and takes them back.
 */
@RestController
@RequestMapping("/google/api")
class GoogleTokenController {

	private final GoogleWorld world;

	private final GoogleTokens tokens;

	private final JsonMapper json;

	GoogleTokenController(GoogleWorld world, GoogleTokens tokens, JsonMapper json) {
		this.world = world;
		this.tokens = tokens;
		this.json = json;
	}

	@PostMapping("/token")
	Map<String, Object> token(@RequestParam(name = "grant_type", defaultValue = "") String type,
			HttpServletRequest request) {
		checkClient(request);
		return switch (type) {
			case "authorization_code" -> exchange(request);
			case "refresh_token" -> refresh(request.getParameter("refresh_token"));
			default -> throw GoogleException.oauth(400, "unsupported_grant_type", "Invalid grant_type: " + type);
		};
	}

	@PostMapping("/revoke")
	Map<String, Object> revoke(@RequestParam(required = false) @Nullable String token) {
		GoogleToken found = this.tokens.any(token);
		if (found == null || found.ended) {
			throw GoogleException.oauth(400, "invalid_token", "Token expired or revoked");
		}
		this.tokens.end((one) -> one.identity.equals(found.identity));
		this.world.findPerson(found.person).ifPresent((person) -> person.granted(found.identity).clear());
		return Map.of();
	}

	@GetMapping("/tokeninfo")
	Map<String, Object> info(@RequestParam(name = "access_token", required = false) @Nullable String value) {
		GoogleToken token = this.tokens.find(value, false);
		if (token == null) {
			throw GoogleException.oauth(400, "invalid_token", "Invalid Value");
		}
		Map<String, Object> info = new LinkedHashMap<>(Map.of("azp", GoogleRequest.CLIENT, "aud", GoogleRequest.CLIENT,
				"scope", String.join(" ", token.scopes), "expires_in",
				String.valueOf(Objects.requireNonNullElse(this.tokens.left(token), 0L)), "access_type", "offline"));
		if (token.scopes.contains("openid")) {
			info.put("sub", token.identity);
		}
		return info;
	}

	private Map<String, Object> exchange(HttpServletRequest request) {
		GoogleTokens.Code code = this.tokens.redeem(request.getParameter("code"), request.getParameter("redirect_uri"),
				request.getParameter("code_verifier"));
		Set<String> scopes = code.consent().scopes();
		GoogleToken refresh = code.consent().offline() ? this.tokens.refresh(code.identity(), scopes) : null;
		return answer(code.identity(), this.tokens.access(code.identity(), scopes), refresh, true);
	}

	/** No new refresh token: the old one goes on. */
	private Map<String, Object> refresh(@Nullable String value) {
		GoogleToken token = this.tokens.find(value, true);
		if (token == null) {
			throw GoogleException.oauth(400, "invalid_grant", "Token has been expired or revoked.");
		}
		this.tokens.used(token);
		Identity identity = this.tokens.identity(token);
		Set<String> scopes = new TreeSet<>(token.scopes);
		return answer(identity, this.tokens.access(identity, scopes), token, false);
	}

	private Map<String, Object> answer(Identity identity, GoogleToken access, @Nullable GoogleToken refresh,
			boolean first) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", access.value);
		answer.put("expires_in", GoogleTokens.ACCESS.toSeconds());
		if (refresh != null && first) {
			answer.put("refresh_token", refresh.value);
		}
		Long left = (refresh != null) ? this.tokens.left(refresh) : null;
		if (left != null) {
			answer.put("refresh_token_expires_in", left);
		}
		answer.put("scope", String.join(" ", access.scopes));
		answer.put("token_type", "Bearer");
		if (access.scopes.contains("openid")) {
			answer.put("id_token",
					part(Map.of("alg", "RS256", "kid", "practice", "typ", "JWT")) + "."
							+ part(Map.of("iss", "https://accounts.google.com", "azp", GoogleRequest.CLIENT, "aud",
									GoogleRequest.CLIENT, "sub", identity.sub()))
							+ "." + part(Map.of("practice", "not signed")));
		}
		return answer;
	}

	private String part(Map<String, String> content) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(this.json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
	}

	/** The secret may stand in the form or in the header. */
	private static void checkClient(HttpServletRequest request) {
		String basic = "Basic " + Base64.getEncoder()
			.encodeToString((GoogleRequest.CLIENT + ":" + GoogleRequest.SECRET).getBytes(StandardCharsets.UTF_8));
		boolean form = GoogleRequest.CLIENT.equals(request.getParameter("client_id"))
				&& GoogleRequest.SECRET.equals(request.getParameter("client_secret"));
		if (!form && !basic.equals(request.getHeader("Authorization"))) {
			throw GoogleException.oauth(401, "invalid_client", "Unauthorized");
		}
	}

}
