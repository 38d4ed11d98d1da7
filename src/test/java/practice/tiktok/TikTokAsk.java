package practice.tiktok;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
 */
record TikTokAsk(String redirectUri, @Nullable String state, List<String> scopes) {

	private static final int LONGEST_ADDRESS = 512;

	/**
	 * Reads the address of the consent page.
	 * @throws RefusedException if a page for people has to say that it cannot be shown
	 */
	static TikTokAsk of(HttpServletRequest request) {
		if (!TikTokApp.KEY.equals(request.getParameter("client_key"))) {
			throw new RefusedException("client_key");
		}
		String redirectUri = request.getParameter("redirect_uri");
		if (redirectUri == null || !isStatic(redirectUri)) {
			throw new RefusedException("redirect_uri");
		}
		if (!"code".equals(request.getParameter("response_type"))) {
			throw new RefusedException("response_type");
		}
		String scope = request.getParameter("scope");
		List<String> scopes = (scope != null) ? Arrays.stream(scope.split(",", -1)).distinct().toList() : List.of();
		if (scopes.isEmpty() || !scopes.stream().allMatch(TikTokApp::knows)) {
			throw new RefusedException("scope");
		}
		return new TikTokAsk(redirectUri, request.getParameter("state"), scopes);
	}

	/** Back to the app with a code and what was agreed to. */
	String granted(String code, String scope) {
		return back(Map.of("code", code, "scopes", scope));
	}

	/** Back to the app with a no. */
	String denied() {
		return back(Map.of("error", "access_denied", "error_description", "User denied the authorization request"));
	}

	private String back(Map<String, String> answer) {
		Map<String, Object> values = new LinkedHashMap<>(answer);
		if (this.state != null) {
			values.put("state", this.state);
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	/** TikTok demands https too; practice makes do without. */
	private static boolean isStatic(String address) {
		try {
			URI uri = URI.create(address);
			return address.length() < LONGEST_ADDRESS && uri.getHost() != null && uri.getQuery() == null
					&& uri.getFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** The page cannot be shown; names what is wrong with its address. */
	@SuppressWarnings("serial")
	static final class RefusedException extends RuntimeException {

		RefusedException(String parameter) {
			super(parameter, null, false, false);
		}

	}

}
