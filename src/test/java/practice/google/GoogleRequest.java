package practice.google;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an app asks for when it sends somebody to Google.
 *
 * @param redirectUri where to send them back
 * @param state what the app wants to get back unchanged
 * @param scopes the permissions asked
 * @param offline whether a refresh token is wanted
 * @param prompts what the person is to be asked in any case
 * @param incremental whether earlier permissions are to be joined
 * @param challenge of PKCE, or null
 */
record GoogleRequest(String redirectUri, @Nullable String state, List<String> scopes, boolean offline,
		Set<String> prompts, boolean incremental, @Nullable String challenge) {

	static final String CLIENT = "practice-google";

	static final String SECRET = "practice-google-secret";

	private static final String AUTH = "https://www.googleapis.com/auth/";

	static final String YOUTUBE = AUTH + "youtube.readonly";

	static final String BUSINESS = AUTH + "business.manage";

	/** The permissions that practice Google knows, as its consent page words them. */
	private static final Map<String, String> WORDS = Map.of(YOUTUBE, "View your YouTube account",
			AUTH + "yt-analytics.readonly", "View YouTube Analytics reports for your YouTube content",
			AUTH + "yt-analytics-monetary.readonly",
			"View monetary and non-monetary YouTube Analytics reports for your YouTube content", BUSINESS,
			"See, edit, create and delete your Google business listings", AUTH + "userinfo.profile",
			"See your personal info, including any personal info you’ve made publicly available",
			AUTH + "userinfo.email", "See your primary Google Account email address");

	/** What is granted without a box. */
	private static final Set<String> SILENT = Set.of("openid", "profile", "email");

	/**
	 * Reads the address.
	 * @throws RefusedException if a page for people has to say that it cannot be shown
	 */
	static GoogleRequest of(HttpServletRequest request) {
		String agent = String.valueOf(request.getHeader("User-Agent"));
		if (agent.matches(".*(Instagram|FBAN|FBAV|musical_ly|BytedanceWebview|; wv\\)).*")) {
			throw new RefusedException("Error 403: disallowed_useragent");
		}
		if (!CLIENT.equals(request.getParameter("client_id"))) {
			throw new RefusedException("Error 401: invalid_client");
		}
		String redirectUri = request.getParameter("redirect_uri");
		if (redirectUri == null || !redirectUri.matches("https?://.+")) {
			throw new RefusedException("Error 400: redirect_uri_mismatch");
		}
		if (!"code".equals(request.getParameter("response_type"))) {
			throw new RefusedException("Error 400: invalid_request (response_type)");
		}
		List<String> scopes = words(request.getParameter("scope"));
		if (scopes.isEmpty() || !scopes.stream().allMatch((name) -> WORDS.containsKey(name) || SILENT.contains(name))) {
			throw new RefusedException("Error 400: invalid_scope");
		}
		return new GoogleRequest(redirectUri, request.getParameter("state"), scopes,
				"offline".equals(request.getParameter("access_type")),
				Set.copyOf(words(request.getParameter("prompt"))),
				"true".equals(request.getParameter("include_granted_scopes")), request.getParameter("code_challenge"));
	}

	/** The boxes of the consent page. */
	List<Box> boxes() {
		return this.scopes.stream()
			.filter((scope) -> !SILENT.contains(scope))
			.map((scope) -> new Box(scope, WORDS.getOrDefault(scope, scope)))
			.toList();
	}

	Set<String> silent() {
		return Set.copyOf(this.scopes.stream().filter(SILENT::contains).toList());
	}

	boolean asksForYouTube() {
		return this.scopes.contains(YOUTUBE);
	}

	String granted(String code, Set<String> scopes) {
		return back(Map.of("code", code, "scope", String.join(" ", scopes), "authuser", "0", "prompt", "consent"));
	}

	String denied() {
		return back(Map.of("error", "access_denied"));
	}

	private String back(Map<String, String> answer) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		Map<String, Object> values = new java.util.HashMap<>(answer);
		if (this.state != null) {
			values.put("state", this.state);
		}
		values.keySet().stream().sorted().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	private static List<String> words(@Nullable String text) {
		return (text == null || text.isBlank()) ? List.of()
				: Arrays.stream(text.strip().split("\\s+")).distinct().toList();
	}

	/** A permission as the consent page shows it. */
	record Box(String scope, String words) {
	}

	/** The page cannot be shown; another one says why. */
	@SuppressWarnings("serial")
	static final class RefusedException extends RuntimeException {

		RefusedException(String message) {
			super(message, null, false, false);
		}

	}

}
