package practice.facebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an app asks for when it sends somebody to the dialog.
 *
 * @param redirectUri where to send them back
 * @param state what the app wants to get back unchanged
 * @param scopes the permissions asked
 * @param rerequest whether declined permissions are to be asked again
 */
record Dialog(String redirectUri, @Nullable String state, List<String> scopes, boolean rerequest) {

	/** The permissions that practice Facebook knows, as its consent page words them. */
	private static final Map<String, String> WORDS = Map.ofEntries(
			Map.entry("public_profile", "Your name and profile picture"), Map.entry("email", "Your email address"),
			Map.entry("pages_show_list", "Show a list of the Pages you manage"),
			Map.entry("pages_read_engagement", "Read content posted on the Page"),
			Map.entry("pages_manage_metadata", "Manage accounts, settings and webhooks for a Page"),
			Map.entry("read_insights", "Read the insights of your Pages"),
			Map.entry("business_management", "Manage your business"), Map.entry("ads_read", "Access ad statistics"),
			Map.entry("ads_management", "Manage your ads"),
			Map.entry("instagram_basic", "Access profile and posts from the Instagram account connected to your Page"),
			Map.entry("instagram_manage_insights", "Access insights for the Instagram account connected to your Page"));

	/**
	 * Reads a dialog's address.
	 * @throws DialogException if a page for people has to say that it cannot be shown
	 */
	static Dialog of(HttpServletRequest request) {
		if (!App.ID.equals(request.getParameter("client_id"))) {
			throw new DialogException("Invalid App ID: The provided app ID does not look like a valid app ID.");
		}
		String redirectUri = request.getParameter("redirect_uri");
		if (redirectUri == null || !redirectUri.matches("https?://.+")) {
			throw new DialogException("URL Blocked: This redirect failed because the redirect URI is missing or not"
					+ " allowed by the app's settings.");
		}
		String type = request.getParameter("response_type");
		if (type != null && !type.equals("code")) {
			throw new DialogException("Unsupported response type: " + type);
		}
		String scope = request.getParameter("scope");
		List<String> scopes = (scope == null || scope.isBlank()) ? List.of("public_profile")
				: Arrays.stream(scope.split(",", -1)).map(String::trim).distinct().toList();
		List<String> unknown = scopes.stream().filter((name) -> !WORDS.containsKey(name)).toList();
		if (!unknown.isEmpty()) {
			throw new DialogException("Invalid Scopes: " + String.join(", ", unknown));
		}
		return new Dialog(redirectUri, request.getParameter("state"), scopes,
				"rerequest".equals(request.getParameter("auth_type")));
	}

	/**
	 * The permissions to ask a person: not granted yet, and declined ones only again on
	 * demand.
	 */
	List<Asked> toAsk(Person person) {
		List<Asked> asked = new ArrayList<>();
		for (String scope : this.scopes) {
			boolean open = !person.granted.contains(scope) && (this.rerequest || !person.declined.contains(scope));
			if (open) {
				asked.add(new Asked(scope, WORDS.getOrDefault(scope, scope)));
			}
		}
		return asked;
	}

	/** Writes down what a person decided. */
	void decide(Person person, Set<String> on, Set<String> pages) {
		for (Asked asked : toAsk(person)) {
			if (on.contains(asked.scope())) {
				person.granted.add(asked.scope());
				person.declined.remove(asked.scope());
			}
			else {
				person.declined.add(asked.scope());
			}
		}
		person.chosenPages.clear();
		person.chosenPages.addAll(pages);
	}

	/** Back to the app with a code. */
	String granted(String code) {
		return back(Map.of("code", code));
	}

	/** Back to the app with a no. */
	String denied() {
		return back(Map.of("error", "access_denied", "error_reason", "user_denied", "error_description",
				"Permissions error"));
	}

	private String back(Map<String, String> answer) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		answer.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
		UriComponentsBuilder whole = (this.state != null) ? address.queryParam("state", "{state}") : address;
		Map<String, Object> values = new java.util.HashMap<>(answer);
		if (this.state != null) {
			values.put("state", this.state);
		}
		return whole.encode().buildAndExpand(values).toUriString() + "#_=_";
	}

	/** A permission as the consent page shows it. */
	record Asked(String scope, String words) {
	}

	/** The dialog cannot be shown; a page says why. */
	@SuppressWarnings("serial")
	static final class DialogException extends RuntimeException {

		DialogException(String message) {
			super(message, null, false, false);
		}

	}

}
