package practice.linkedin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an app asks for when it sends somebody to LinkedIn.
 *
 * @param redirectUri where to send them back
 * @param state what the app wants to get back unchanged
 * @param scopes the permissions asked
 */
record Errand(String redirectUri, @Nullable String state, List<String> scopes) {

	/** The permissions as the consent page words them. */
	private static final Map<String, String> WORDS = Map.of("r_basicprofile",
			"Use your basic profile including your name, photo, headline, and public profile URL",
			"rw_organization_admin", "Manage your organizations’ pages and retrieve reporting data",
			"r_organization_social", "Retrieve your organizations’ posts, comments, reactions, and other engagement",
			"openid", "Use your name and photo", "profile", "Use your name and photo", "email",
			"Use the primary email address associated with your LinkedIn account");

	/**
	 * Reads an address.
	 * @throws IllegalArgumentException if a page for people has to say that it cannot be
	 * shown
	 */
	static Errand of(HttpServletRequest request) {
		if (!App.ID.equals(request.getParameter("client_id"))) {
			throw new IllegalArgumentException("The passed in client_id is invalid");
		}
		String redirectUri = request.getParameter("redirect_uri");
		if (redirectUri == null || !redirectUri.matches("https?://.+")) {
			throw new IllegalArgumentException("The redirect_uri does not match the registered value");
		}
		if (!"code".equals(request.getParameter("response_type"))) {
			throw new IllegalArgumentException("The passed in response_type is invalid");
		}
		String scope = request.getParameter("scope");
		return new Errand(redirectUri, request.getParameter("state"), (scope == null || scope.isBlank()) ? List.of()
				: Arrays.stream(scope.trim().split(" +", -1)).distinct().toList());
	}

	List<String> inWords() {
		return this.scopes.stream().map((scope) -> WORDS.getOrDefault(scope, scope)).distinct().toList();
	}

	/** Back to the app with a code. */
	String granted(String code) {
		return back(Map.of("code", code));
	}

	/** Back to the app with a no. */
	String refused(String error, String description) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("error", error);
		answer.put("error_description", description);
		return back(answer);
	}

	private String back(Map<String, String> answer) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		Map<String, Object> values = new LinkedHashMap<>(answer);
		if (this.state != null) {
			values.put("state", this.state);
		}
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

}
