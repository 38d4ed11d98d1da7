package practice.linkedin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives, explains and takes back tokens. Id and secret are expected in the form.
 */
@RestController
@RequestMapping(path = "/linkedin/api/oauth/v2", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class TokenController {

	private final App app;

	private final Tokens tokens;

	TokenController(App app, Tokens tokens) {
		this.app = app;
		this.tokens = tokens;
	}

	@PostMapping("/accessToken")
	Map<String, Object> token(@RequestParam Map<String, String> form) {
		authenticate(form);
		String grantType = form.getOrDefault("grant_type", "");
		return switch (grantType) {
			case "authorization_code" -> answer(this.tokens.redeem(form.get("code"), form.get("redirect_uri")));
			case "refresh_token" -> answer(this.tokens.refresh(form.get("refresh_token")));
			default -> throw Refusal.oauth(400, "unsupported_grant_type", "The grant type is not supported");
		};
	}

	@PostMapping("/introspectToken")
	Map<String, Object> introspect(@RequestParam Map<String, String> form) {
		authenticate(form);
		Token token = this.tokens.find(form.get("token")).orElse(null);
		if (token == null) {
			return Map.of("active", false);
		}
		String status = token.revoked ? "revoked" : token.isOver(this.tokens.now()) ? "expired" : "active";
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("active", status.equals("active"));
		answer.put("client_id", App.ID);
		answer.put("authorized_at", token.authorizedAt.getEpochSecond());
		answer.put("created_at", token.createdAt.getEpochSecond());
		answer.put("status", status);
		answer.put("expires_at", token.expiresAt.getEpochSecond());
		answer.put("scope", String.join(",", new TreeSet<>(token.scopes)));
		answer.put("auth_type", "3L");
		return answer;
	}

	@PostMapping("/revoke")
	void revoke(@RequestParam Map<String, String> form) {
		authenticate(form);
		Token token = this.tokens.find(form.get("token")).filter((known) -> !known.revoked).orElse(null);
		if (token == null) {
			throw Refusal.oauth(400, "invalid_request", "Invalid access token");
		}
		this.tokens.revoke(token);
	}

	private static void authenticate(Map<String, String> form) {
		String id = form.get("client_id");
		if (id == null) {
			throw Refusal.oauth(400, "invalid_request", "A required parameter \"client_id\" is missing");
		}
		if (!App.isKnown(id, form.get("client_secret"))) {
			throw Refusal.oauth(401, "invalid_client", "Client authentication failed");
		}
	}

	private Map<String, Object> answer(Token.Pair pair) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", pair.access().value);
		answer.put("expires_in", this.tokens.secondsLeft(pair.access()));
		put(answer, pair.refresh());
		answer.put("scope", String.join(this.app.blanks ? " " : ",", new TreeSet<>(pair.access().scopes)));
		return answer;
	}

	private void put(Map<String, Object> answer, @Nullable Token refresh) {
		if (refresh != null) {
			answer.put("refresh_token", refresh.value);
			answer.put("refresh_token_expires_in", this.tokens.secondsLeft(refresh));
		}
	}

}
