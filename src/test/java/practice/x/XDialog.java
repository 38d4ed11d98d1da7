package practice.x;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an app asks for when it sends somebody to the consent page.
 *
 * @param redirectUri where to send them back
 * @param state what the app wants to get back unchanged
 * @param scopes the permissions asked
 * @param challenge the code challenge
 * @param plain whether the challenge is the verifier itself
 */
record XDialog(String redirectUri, String state, List<String> scopes, String challenge, boolean plain) {

	/** The permissions that practice X knows, as its consent page words them. */
	private static final Map<String, String> WORDS = Map.of("tweet.read",
			"All the posts you can view, including posts from protected accounts.", "tweet.write",
			"Post and repost for you.", "users.read", "Any account you can view, including protected accounts.",
			"users.email", "Your email address.", "follows.read", "People who follow you and people who you follow.",
			"like.read", "Posts you’ve liked and likes you can view.", "offline.access",
			"Stay connected to your account until you revoke access.");

	/**
	 * Reads a consent page's address.
	 * @throws XDialogException if a page for people has to say that it cannot be shown
	 */
	static XDialog of(HttpServletRequest request) {
		require("code".equals(request.getParameter("response_type")), "response_type");
		require(XApp.ID.equals(request.getParameter("client_id")), "client_id");
		String redirectUri = given(request, "redirect_uri");
		require(redirectUri.matches("https?://.+"), "redirect_uri");
		String state = given(request, "state");
		require(state.length() <= 500, "state");
		List<String> scopes = Arrays.stream(given(request, "scope").split(" ", -1)).distinct().toList();
		require(WORDS.keySet().containsAll(scopes), "scope");
		String method = given(request, "code_challenge_method");
		require(method.equals("S256") || method.equals("plain"), "code_challenge_method");
		return new XDialog(redirectUri, state, scopes, given(request, "code_challenge"), method.equals("plain"));
	}

	/** The permissions asked, in X's own words. */
	List<String> inWords() {
		List<String> words = new ArrayList<>();
		this.scopes.forEach((scope) -> words.add(WORDS.getOrDefault(scope, scope)));
		return words;
	}

	boolean isProvenBy(String verifier) {
		return this.challenge.equals(this.plain ? verifier : XTokens.sha256(verifier));
	}

	/** Back to the app with a code. */
	String granted(String code) {
		return back("code", code);
	}

	/** Back to the app with a no. */
	String denied() {
		return back("error", "access_denied");
	}

	private String back(String name, String value) {
		return UriComponentsBuilder.fromUriString(this.redirectUri)
			.queryParam("state", "{state}")
			.queryParam(name, "{value}")
			.encode()
			.buildAndExpand(this.state, value)
			.toUriString();
	}

	private static String given(HttpServletRequest request, String name) {
		@Nullable String value = request.getParameter(name);
		require(value != null && !value.isBlank(), name);
		return String.valueOf(value);
	}

	private static void require(boolean good, String what) {
		if (!good) {
			throw new XDialogException(what);
		}
	}

	/**
	 * The page cannot be shown. X does not tell people why; practice X names the word.
	 */
	@SuppressWarnings("serial")
	static final class XDialogException extends RuntimeException {

		XDialogException(String what) {
			super(what, null, false, false);
		}

	}

}
