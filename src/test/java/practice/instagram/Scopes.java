package practice.instagram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The permissions that practice Instagram knows.
 */
final class Scopes {

	/** Without this one nothing works. */
	static final String BASIC = "instagram_business_basic";

	private static final Map<String, String> WORDS = words();

	private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

	private Scopes() {
	}

	/** The permissions in a parameter, with commas or blanks between them. */
	static Set<String> parse(String parameter) {
		Set<String> scopes = new LinkedHashSet<>();
		for (String scope : SEPARATOR.split(parameter.strip(), -1)) {
			if (!scope.isEmpty()) {
				scopes.add(scope);
			}
		}
		return scopes;
	}

	static boolean areKnown(Set<String> scopes) {
		return scopes.contains(BASIC) && WORDS.keySet().containsAll(scopes);
	}

	static String inWords(String scope) {
		return Objects.requireNonNull(WORDS.get(scope), scope);
	}

	private static Map<String, String> words() {
		Map<String, String> words = new LinkedHashMap<>();
		words.put(BASIC, "View profile and access media");
		words.put("instagram_business_manage_insights", "Access and manage insights");
		words.put("instagram_business_content_publish", "Create and publish content");
		words.put("instagram_business_manage_comments", "Manage comments");
		words.put("instagram_business_manage_messages", "Manage messages");
		return words;
	}

}
