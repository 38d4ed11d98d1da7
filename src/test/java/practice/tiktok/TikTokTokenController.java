package practice.tiktok;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import practice.PracticeClock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out tokens and takes them back. Everything is asked by form; refusals come with
 * HTTP 200.
 */
@RestController
@RequestMapping("/tiktok/api/v2/oauth")
class TikTokTokenController {

	private final TikTokWorld world;

	private final TikTokTokens tokens;

	private final PracticeClock clock;

	TikTokTokenController(TikTokWorld world, TikTokTokens tokens, PracticeClock clock) {
		this.world = world;
		this.tokens = tokens;
		this.clock = clock;
	}

	@PostMapping("/token/")
	Map<String, Object> token(HttpServletRequest request) {
		checkClient(request);
		String type = parameter(request, "grant_type");
		return answer(switch (type) {
			case "authorization_code" ->
				this.tokens.redeem(parameter(request, "code"), parameter(request, "redirect_uri"));
			case "refresh_token" -> this.tokens.refresh(parameter(request, "refresh_token"));
			default -> throw TikTokProblem.oauth("unsupported_grant_type", "The grant type is not supported.");
		});
	}

	/** Says nothing at all when it worked. */
	@PostMapping("/revoke/")
	void revoke(HttpServletRequest request) {
		checkClient(request);
		TikTokToken token;
		try {
			token = this.tokens.check(parameter(request, "token"));
		}
		catch (TikTokProblem ex) {
			throw ex.status == 401 ? TikTokProblem.oauth("invalid_grant", "Access token is invalid or expired.") : ex;
		}
		TikTokAccount account = this.world.account(token.account());
		account.granted.clear();
		this.tokens.end(account);
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refused(TikTokProblem ex) {
		return ResponseEntity.status(ex.status).body(ex.body());
	}

	private static void checkClient(HttpServletRequest request) {
		if (request.getQueryString() != null) {
			throw TikTokProblem.oauth("invalid_request", "Only `application/x-www-form-urlencoded` is accepted.");
		}
		boolean known = TikTokApp.KEY.equals(request.getParameter("client_key"))
				&& TikTokApp.SECRET.equals(request.getParameter("client_secret"));
		if (!known) {
			throw TikTokProblem.oauth("invalid_client", "Client key or secret is incorrect.");
		}
	}

	private static String parameter(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		if (value == null || value.isEmpty()) {
			throw TikTokProblem.oauth("invalid_request", "The request parameters are malformed: " + name);
		}
		return value;
	}

	private Map<String, Object> answer(TikTokTokens.Pair pair) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", pair.access().value());
		answer.put("expires_in", left(pair.access()));
		answer.put("open_id", pair.access().account());
		answer.put("refresh_expires_in", left(pair.refresh()));
		answer.put("refresh_token", pair.refresh().value());
		answer.put("scope", pair.access().scope());
		answer.put("token_type", "Bearer");
		return answer;
	}

	private long left(TikTokToken token) {
		return Math.round((token.expiresAt().toEpochMilli() - this.clock.instant().toEpochMilli()) / 1000.0);
	}

}
