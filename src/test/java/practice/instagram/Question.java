package practice.instagram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an app asks for when it sends somebody to practice Instagram.
 *
 * @param redirectUri where to send them back
 * @param state what the app wants to get back unchanged
 * @param scopes the permissions asked
 * @param loginAnew whether whoever is logged in has to log in again
 * @param here the question's own address, without the wish to log in again
 */
record Question(String redirectUri, @Nullable String state, Set<String> scopes, boolean loginAnew, String here) {

	/**
	 * Reads the address.
	 * @throws UnfitException if a page for people has to say that it cannot be shown
	 */
	static Question of(HttpServletRequest request) {
		if (!InstagramApp.ID.equals(request.getParameter("client_id"))) {
			throw new UnfitException("Invalid platform app");
		}
		String redirectUri = request.getParameter("redirect_uri");
		if (redirectUri == null || !redirectUri.matches("https?://.+")) {
			throw new UnfitException("Invalid redirect_uri");
		}
		if (!"code".equals(request.getParameter("response_type"))) {
			throw new UnfitException("Invalid response type");
		}
		String scope = request.getParameter("scope");
		Set<String> scopes = Scopes.parse((scope != null) ? scope : "");
		if (!Scopes.areKnown(scopes)) {
			throw new UnfitException("Invalid scopes: " + scope);
		}
		boolean anew = "1".equals(request.getParameter("force_authentication"));
		String query = String.valueOf(request.getQueryString()).replace("force_authentication=1", "");
		return new Question(redirectUri, request.getParameter("state"), scopes, anew,
				request.getRequestURI() + "?" + query);
	}

	/** Back to the app with a code. */
	String granted(String code) {
		return back(Map.of("code", code)) + "#_";
	}

	/** Back to the app with a no. */
	String denied() {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("error", "access_denied");
		answer.put("error_reason", "user_denied");
		answer.put("error_description", "The user denied your request");
		return back(answer);
	}

	private String back(Map<String, String> answer) {
		Map<String, String> values = new LinkedHashMap<>(answer);
		if (this.state != null) {
			values.put("state", this.state);
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	/** The page cannot be shown; another one says why. */
	@SuppressWarnings("serial")
	static final class UnfitException extends RuntimeException {

		UnfitException(String message) {
			super(message, null, false, false);
		}

	}

}
