package practice.x;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes accounts as X's API does: id, name and username always, the rest on demand.
 */
final class XUsers {

	private static final Set<String> KNOWN = Set.of("affiliation", "created_at", "description", "id", "location",
			"name", "pinned_tweet_id", "profile_image_url", "protected", "public_metrics", "subscription_type", "url",
			"username", "verified", "verified_type", "withheld");

	private XUsers() {
	}

	static Map<String, Object> describe(XAccount account, String fields, String base) {
		List<String> wanted = Arrays.stream(fields.split(",", -1))
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
		if (!KNOWN.containsAll(wanted)) {
			throw XProblem.titled(400, "Invalid Request", "invalid-request",
					"One or more parameters to your request was invalid.");
		}
		Map<String, Object> user = new LinkedHashMap<>();
		user.put("id", account.id);
		user.put("name", account.name);
		user.put("username", account.username);
		all(account, base).forEach((name, value) -> {
			if (wanted.contains(name)) {
				user.put(name, value);
			}
		});
		return user;
	}

	private static Map<String, Object> all(XAccount account, String base) {
		Map<String, Object> metrics = new LinkedHashMap<>();
		metrics.put("followers_count", account.followers);
		metrics.put("following_count", account.following);
		metrics.put("tweet_count", account.tweets);
		metrics.put("listed_count", account.listed);
		return Map.of("description", account.name + " on X", "profile_image_url", picture(account, base), "protected",
				account.isProtected, "public_metrics", metrics, "verified", !account.verifiedType.equals("none"),
				"verified_type", account.verifiedType);
	}

	/** Always the smallest size; who has none gets everybody's. */
	private static String picture(XAccount account, String base) {
		return base + ((account.picture > 0)
				? "/x/pictures/profile_images/%s/%s_normal.jpg".formatted(account.id, account.picture)
				: "/x/pictures/sticky/default_profile_images/default_profile_normal.png");
	}

}
