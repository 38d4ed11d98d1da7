package practice.x;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import practice.PracticeClock;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The part of X's API that shows accounts, with its limits for 15 minutes.
 */
@RestController
@RequestMapping("/x/api/2/users")
class XApiController {

	private static final long WINDOW = 900;

	private final Map<String, Integer> calls = new ConcurrentHashMap<>();

	private final XApp app;

	private final XWorld world;

	private final XTokens tokens;

	private final PracticeClock clock;

	XApiController(XApp app, XWorld world, XTokens tokens, PracticeClock clock) {
		this.app = app;
		this.world = world;
		this.tokens = tokens;
		this.clock = clock;
	}

	@GetMapping("/me")
	Map<String, Object> me(HttpServletRequest request, HttpServletResponse response,
			@RequestParam(name = "user.fields", defaultValue = "") String fields) {
		String token = bearer(request);
		if (XApp.BEARER.equals(token)) {
			throw XProblem.titled(403, "Unsupported Authentication", "unsupported-authentication",
					"Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.");
		}
		XAccount account = enter(token);
		count("me " + account.id, 75, response);
		return Map.of("data", XUsers.describe(account, fields, base()));
	}

	@GetMapping("/by/username/{name}")
	Map<String, Object> byUsername(@PathVariable String name, HttpServletRequest request, HttpServletResponse response,
			@RequestParam(name = "user.fields", defaultValue = "") String fields) {
		String token = bearer(request);
		if (XApp.BEARER.equals(token)) {
			checkCredits();
			count("look-ups", 300, response);
		}
		else {
			count("look-ups of " + enter(token).id, 900, response);
		}
		if (!name.matches("[A-Za-z0-9_]{1,15}")) {
			throw XProblem.titled(400, "Invalid Request", "invalid-request",
					"The `username` query parameter value [" + name + "] does not match ^[A-Za-z0-9_]{1,15}$");
		}
		XAccount account = this.world.accounts()
			.stream()
			.filter((one) -> one.isNamed(name) && !one.isDeactivated)
			.findFirst()
			.orElse(null);
		if (account == null) {
			return missing(name, "Not Found Error", "Could not find user with username: [" + name + "].");
		}
		return account.isSuspended ? missing(name, "Forbidden", "User has been suspended: [" + name + "].")
				: Map.of("data", XUsers.describe(account, fields, base()));
	}

	/** Forgets who called how often. */
	void forget() {
		this.calls.clear();
	}

	private XAccount enter(@Nullable String token) {
		XGrant grant = this.tokens.opened(token).orElseThrow(XProblem::unauthorized);
		checkCredits();
		if (!grant.scopes.containsAll(List.of("tweet.read", "users.read"))) {
			throw XProblem.titled(403, "Forbidden", "about:blank", "Forbidden");
		}
		if (grant.account.isLocked) {
			throw XProblem.coded(403, 326, "To protect our users from spam and other malicious activity, this account"
					+ " is temporarily locked. Please log in to https://x.com to unlock your account.");
		}
		if (grant.account.isSuspended) {
			throw XProblem.coded(403, 64, "Your account is suspended and is not permitted to access this feature.");
		}
		if (grant.account.isDeactivated) {
			throw XProblem.unauthorized();
		}
		return grant.account;
	}

	private void checkCredits() {
		if (!this.app.hasCredits) {
			throw XProblem.creditsDepleted();
		}
	}

	/** Windows begin anew for everybody at the same quarters of an hour. */
	private void count(String what, int limit, HttpServletResponse response) {
		Instant now = this.clock.instant();
		long window = now.getEpochSecond() / WINDOW;
		int called = this.calls.merge(what + " " + window, 1, Integer::sum);
		response.setHeader("x-rate-limit-limit", String.valueOf(limit));
		response.setHeader("x-rate-limit-remaining", String.valueOf(Math.max(0, limit - called)));
		response.setHeader("x-rate-limit-reset", String.valueOf((window + 1) * WINDOW));
		if (called > limit) {
			throw XProblem.titled(429, "Too Many Requests", "about:blank", "Too Many Requests");
		}
	}

	private static Map<String, Object> missing(String name, String title, String detail) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("value", name);
		error.put("detail", detail);
		error.put("title", title);
		error.put("resource_type", "user");
		error.put("parameter", "username");
		error.put("resource_id", name);
		error.put("type", "https://api.x.com/2/problems/resource-not-found");
		return Map.of("errors", List.of(error));
	}

	private static @Nullable String bearer(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) ? header.substring(7).trim() : null;
	}

	private static String base() {
		return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
	}

}
