package io.channelkeeper.network.tiktok;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.channelkeeper.network.Permission;

/**
 * A permission that we ask for, and the fields of a user that it opens. A field without
 * its permission makes TikTok refuse the whole question.
 */
enum TikTokScope {

	BASIC("user.info.basic", "basic", "open_id,display_name,avatar_large_url,avatar_url"),

	PROFILE("user.info.profile", "profile", "username,profile_deep_link"),

	STATS("user.info.stats", "stats", "follower_count,following_count,likes_count,video_count");

	private final String value;

	private final String word;

	private final String fields;

	TikTokScope(String value, String word, String fields) {
		this.value = value;
		this.word = word;
		this.fields = fields;
	}

	/** As TikTok calls it. */
	String value() {
		return this.value;
	}

	Permission permission() {
		return new Permission(this.value, "permission.tiktok." + this.word);
	}

	/** The one that a text of TikTok's names, or empty. */
	static Optional<TikTokScope> namedIn(String text) {
		return Arrays.stream(values()).filter((scope) -> text.contains(scope.value)).findFirst();
	}

	/** Every field that these permissions open. */
	static String fieldsOf(Set<String> granted) {
		return Arrays.stream(values())
			.filter((scope) -> granted.contains(scope.value))
			.map((scope) -> scope.fields)
			.collect(Collectors.joining(","));
	}

}
