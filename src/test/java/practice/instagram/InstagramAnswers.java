package practice.instagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import practice.facebook.InstagramAccount;
import practice.facebook.PictureAddresses;

/**
 * The API of practice Instagram: tokens on two hosts, and the account itself.
 */
@RestController
@RequestMapping(InstagramFilter.PATH)
class InstagramAnswers {

	private final Logins logins;

	private final LoginTokens tokens;

	private final PictureAddresses pictures;

	InstagramAnswers(Logins logins, LoginTokens tokens, PictureAddresses pictures) {
		this.logins = logins;
		this.tokens = tokens;
		this.pictures = pictures;
	}

	/** On {@code api.instagram.com}. */
	@PostMapping(path = "/oauth/access_token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Map<String, Object> shortToken(@RequestParam Map<String, String> form, HttpServletRequest request) {
		if (request.getQueryString() != null) {
			throw new TokenRefusal("Parameters belong into the form");
		}
		if (!InstagramApp.ID.equals(form.get("client_id"))) {
			throw new TokenRefusal("Invalid platform app");
		}
		if (!InstagramApp.SECRET.equals(form.get("client_secret"))) {
			throw new TokenRefusal("Error validating client secret");
		}
		if (!"authorization_code".equals(form.get("grant_type"))) {
			throw new TokenRefusal("Invalid grant_type");
		}
		LoginToken token = this.tokens.redeem(form.get("code"), form.get("redirect_uri"));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", token.value);
		if (this.logins.flat) {
			answer.put("user_id", Long.valueOf(token.login.id));
			answer.put("permissions", List.copyOf(new TreeSet<>(token.login.granted)));
			return answer;
		}
		answer.put("user_id", token.login.id);
		answer.put("permissions", String.join(",", new TreeSet<>(token.login.granted)));
		return Map.of("data", List.of(answer));
	}

	/** This and what follows on {@code graph.instagram.com}. */
	@GetMapping("/graph/access_token")
	Map<String, Object> longToken(@RequestParam(name = "grant_type", defaultValue = "") String grantType,
			@RequestParam(name = "client_secret", defaultValue = "") String secret,
			@RequestParam(name = "access_token", required = false) @Nullable String token) {
		if (!grantType.equals("ig_exchange_token")) {
			throw GraphRefusal.of(100, "(#100) Invalid grant_type");
		}
		if (!secret.equals(InstagramApp.SECRET)) {
			throw GraphRefusal.of(1, "Error validating client secret.");
		}
		return token(this.tokens.lengthen(this.tokens.check(token)));
	}

	@GetMapping("/graph/refresh_access_token")
	Map<String, Object> refresh(@RequestParam(name = "grant_type", defaultValue = "") String grantType,
			@RequestParam(name = "access_token", required = false) @Nullable String token) {
		if (!grantType.equals("ig_refresh_token")) {
			throw GraphRefusal.of(100, "(#100) Invalid grant_type");
		}
		LoginToken fresh = this.tokens.refresh(this.tokens.check(token));
		Map<String, Object> answer = token(fresh);
		answer.put("permissions", String.join(",", new TreeSet<>(fresh.login.granted)));
		return answer;
	}

	@GetMapping("/graph/me")
	Map<String, Object> me(@RequestParam(defaultValue = "id") String fields,
			@RequestParam(name = "access_token", required = false) @Nullable String value) {
		LoginToken token = this.tokens.check(value);
		if (!token.login.granted.contains(Scopes.BASIC)) {
			throw GraphRefusal.of(10, "(#10) Application does not have permission for this action");
		}
		InstagramAccount account = this.logins.account(token.login)
			.orElseThrow(() -> GraphRefusal.of(100, "(#100) Unsupported get request"));
		if (!account.isProfessional() && !this.logins.personalToo) {
			throw GraphRefusal.of(10, "(#10) The user is not an Instagram Business");
		}
		if (account.restricted) {
			throw new GraphRefusal(400, 25, 2207050, false, "User access is restricted");
		}
		Map<String, Supplier<@Nullable Object>> known = known(token.login, account);
		Map<String, Object> node = new LinkedHashMap<>();
		for (String field : fields.split(",", -1)) {
			Supplier<@Nullable Object> supplier = known.get(field.strip());
			if (supplier == null) {
				throw GraphRefusal.of(100, "(#100) Tried accessing nonexisting field (" + field + ")");
			}
			Object found = supplier.get();
			if (found != null) {
				node.put(field.strip(), found);
			}
		}
		node.putIfAbsent("id", token.login.id);
		return node;
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(GraphRefusal refusal) {
		return ResponseEntity.status(refusal.status).body(refusal.body());
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(TokenRefusal refusal) {
		return ResponseEntity.badRequest().body(refusal.body());
	}

	private Map<String, Supplier<@Nullable Object>> known(Login login, InstagramAccount account) {
		String base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
		Map<String, Supplier<@Nullable Object>> known = new LinkedHashMap<>();
		known.put("id", () -> login.id);
		known.put("user_id", () -> account.id);
		known.put("username", () -> account.username);
		known.put("name", () -> account.name);
		known.put("account_type", () -> switch (account.kind) {
			case BUSINESS -> "Business";
			case CREATOR -> "Media_Creator";
			case PERSONAL -> "PERSONAL";
		});
		known.put("profile_picture_url", () -> this.pictures.of(account, base));
		known.put("followers_count", () -> account.followers);
		known.put("follows_count", () -> account.follows);
		known.put("media_count", () -> account.media);
		known.put("biography", () -> account.biography);
		known.put("website", () -> account.website);
		return known;
	}

	private Map<String, Object> token(LoginToken token) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", token.value);
		answer.put("token_type", "bearer");
		answer.put("expires_in", this.tokens.secondsLeft(token));
		return answer;
	}

}
