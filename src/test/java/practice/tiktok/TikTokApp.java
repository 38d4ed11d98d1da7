package practice.tiktok;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The app that organizations would register at TikTok, and the permissions it was
 * approved for.
 */
final class TikTokApp {

	static final String KEY = "practice-tiktok";

	static final String SECRET = "practice-tiktok-secret";

	static final String NAME = "Channelkeeper (practice)";

	private static final Map<String, String> WORDS = words();

	private static final Map<String, List<String>> FIELDS = Map.of("user.info.basic",
			List.of("open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name"),
			"user.info.profile", List.of("username", "bio_description", "profile_deep_link", "is_verified"),
			"user.info.stats", List.of("follower_count", "following_count", "likes_count", "video_count"));

	private TikTokApp() {
	}

	static boolean knows(String scope) {
		return WORDS.containsKey(scope);
	}

	/** A permission as the consent page words it. */
	static String inWords(String scope) {
		return WORDS.getOrDefault(scope, scope);
	}

	/**
	 * The permission that a field of a user needs, or an empty text if there is no such
	 * field.
	 */
	static String scopeOf(String field) {
		return FIELDS.entrySet()
			.stream()
			.filter((scope) -> scope.getValue().contains(field))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static Map<String, String> words() {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("user.info.basic", "Read your profile info (avatar, display name)");
		words.put("user.info.profile", "Read your additional profile information (bio, profile link, verification)");
		words.put("user.info.stats", "Read your engagement statistics (likes, followers, following, videos)");
		words.put("video.list", "Read your public videos on TikTok");
		return words;
	}

}
