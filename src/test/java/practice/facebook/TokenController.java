package practice.facebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import practice.PracticeClock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exchanges codes and tokens, and tells what a token is.
 */
@RestController
@RequestMapping("/facebook/graph/{version:v\\d+\\.\\d+}")
class TokenController {

	private final Tokens tokens;

	private final GraphGate gate;

	private final PracticeClock clock;

	TokenController(Tokens tokens, GraphGate gate, PracticeClock clock) {
		this.tokens = tokens;
		this.gate = gate;
		this.clock = clock;
	}

	@GetMapping("/oauth/access_token")
	Map<String, Object> exchange(@RequestParam(name = "client_id", required = false) @Nullable String id,
			@RequestParam(name = "client_secret", required = false) @Nullable String secret,
			@RequestParam(name = "grant_type", required = false) @Nullable String grantType,
			@RequestParam(name = "redirect_uri", required = false) @Nullable String redirectUri,
			@RequestParam(required = false) @Nullable String code,
			@RequestParam(name = "fb_exchange_token", required = false) @Nullable String token) {
		if (!App.ID.equals(id)) {
			throw GraphException.of(101, "Missing or invalid client_id parameter.");
		}
		if (!App.SECRET.equals(secret)) {
			throw GraphException.of(1, "Error validating client secret.");
		}
		if ("fb_exchange_token".equals(grantType)) {
			return answer(this.tokens.lengthen(this.tokens.check(token)));
		}
		if (code == null || redirectUri == null) {
			throw GraphException
				.parameter("Missing " + ((code == null) ? "authorization code" : "redirect_uri parameter"));
		}
		return answer(this.tokens.redeem(code, redirectUri));
	}

	@GetMapping("/debug_token")
	Map<String, Object> debug(HttpServletRequest request,
			@RequestParam(name = "input_token", required = false) @Nullable String input) {
		if (!this.gate.isAppItself(request)) {
			this.gate.enter(request);
		}
		if (input == null) {
			throw GraphException.parameter("(#100) The parameter input_token is required");
		}
		Token token;
		try {
			token = this.tokens.find(input);
		}
		catch (GraphException ex) {
			return Map.of("data",
					Map.of("error", error(190, ex.message(), null), "is_valid", false, "scopes", List.of()));
		}
		return Map.of("data", describe(token));
	}

	private Map<String, Object> describe(Token token) {
		Rejection why = this.tokens.rejection(token);
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("app_id", App.ID);
		data.put("type", token.isOfPage() ? "PAGE" : "USER");
		data.put("application", App.NAME);
		data.put("is_valid", why == null);
		data.put("issued_at", token.issuedAt.getEpochSecond());
		data.put("expires_at", seconds(token.expiresAt));
		data.put("data_access_expires_at", token.dataAccessExpiresAt.getEpochSecond());
		data.put("user_id", token.person.id);
		if (token.page != null) {
			data.put("profile_id", token.page);
		}
		data.put("scopes", List.copyOf(new TreeSet<>(token.person.granted)));
		data.put("granular_scopes", granular(token.person));
		if (why != null) {
			data.put("error", error(190, this.tokens.message(token, why), why.subcode()));
		}
		return data;
	}

	private static List<Map<String, Object>> granular(Person person) {
		List<Map<String, Object>> list = new ArrayList<>();
		for (String scope : new TreeSet<>(person.granted)) {
			list.add(Map.of("scope", scope, "target_ids", List.copyOf(new TreeSet<>(person.chosenPages))));
		}
		return list;
	}

	private static Map<String, Object> error(int code, String message, @Nullable Integer subcode) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code", code);
		if (subcode != null) {
			error.put("subcode", subcode);
		}
		error.put("message", message);
		return error;
	}

	private Map<String, Object> answer(Token token) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", token.value);
		answer.put("token_type", "bearer");
		if (token.expiresAt != null) {
			answer.put("expires_in", token.expiresAt.getEpochSecond() - this.clock.instant().getEpochSecond());
		}
		return answer;
	}

	private static long seconds(@Nullable Instant moment) {
		return (moment != null) ? moment.getEpochSecond() : 0;
	}

}
