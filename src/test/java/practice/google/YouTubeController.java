package practice.google;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The channels of practice YouTube.
 */
@RestController
class YouTubeController {

	static final String KEY = "practice-youtube-key";

	private final GoogleWorld world;

	private final GoogleTokens tokens;

	private final GoogleGate gate;

	YouTubeController(GoogleWorld world, GoogleTokens tokens, GoogleGate gate) {
		this.world = world;
		this.tokens = tokens;
		this.gate = gate;
	}

	@GetMapping("/google/api/youtube/v3/channels")
	Map<String, Object> channels(@RequestParam(required = false) @Nullable String part,
			@RequestParam(required = false) @Nullable String mine, @RequestParam(required = false) @Nullable String id,
			@RequestParam(required = false) @Nullable String forHandle,
			@RequestParam(required = false) @Nullable String forUsername,
			@RequestParam(required = false) @Nullable String key, HttpServletRequest request) {
		if (part == null) {
			throw GoogleException.argument("Required parameter: part", "missingRequiredParameter");
		}
		List<YouTubeChannel> found;
		if ("true".equals(mine)) {
			found = mine(request);
		}
		else {
			checkKey(key, request);
			found = find(id, forHandle, forUsername).filter((channel) -> !channel.privacy.equals("private")).toList();
		}
		Set<String> parts = Set.copyOf(Arrays.asList(part.split("\\s*,\\s*")));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("kind", "youtube#channelListResponse");
		answer.put("etag", "practice");
		answer.put("pageInfo", Map.of("totalResults", found.size(), "resultsPerPage", 5));
		// Nothing found: the list is not empty but missing.
		if (!found.isEmpty()) {
			answer.put("items", found.stream().map((channel) -> item(channel, parts)).toList());
		}
		return answer;
	}

	private List<YouTubeChannel> mine(HttpServletRequest request) {
		GoogleToken token = this.gate.enter(request, GoogleRequest.YOUTUBE);
		GooglePerson person = this.world.person(token.person);
		if (person.suspended) {
			throw GoogleException.unauthenticated();
		}
		String id = this.tokens.identity(token).channel();
		if (id == null && person.signupRequired) {
			throw GoogleException.signupRequired();
		}
		return this.world.findChannel(id).stream().toList();
	}

	private void checkKey(@Nullable String key, HttpServletRequest request) {
		if (key == null) {
			this.gate.enter(request, GoogleRequest.YOUTUBE);
		}
		else if (!key.equals(KEY)) {
			throw GoogleException.argument("API key not valid. Please pass a valid API key.", "badRequest");
		}
	}

	private Stream<YouTubeChannel> find(@Nullable String id, @Nullable String handle, @Nullable String name) {
		if (id != null) {
			return Arrays.stream(id.split(",")).flatMap((one) -> this.world.findChannel(one).stream());
		}
		if (handle != null) {
			String wanted = handle.startsWith("@") ? handle : "@" + handle;
			return this.world.channels().stream().filter((channel) -> wanted.equalsIgnoreCase(channel.customUrl));
		}
		if (name != null) {
			return this.world.channels().stream().filter((channel) -> ("@" + name).equalsIgnoreCase(channel.customUrl));
		}
		throw GoogleException.argument("No filter selected. Expected one of: mine, id, forHandle, forUsername",
				"missingRequiredParameter");
	}

	private static Map<String, Object> item(YouTubeChannel channel, Set<String> parts) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("kind", "youtube#channel");
		item.put("etag", "practice");
		item.put("id", channel.id);
		if (parts.contains("snippet")) {
			item.put("snippet", snippet(channel));
		}
		if (parts.contains("contentDetails")) {
			item.put("contentDetails",
					Map.of("relatedPlaylists", Map.of("likes", "", "uploads", "UU" + channel.id.substring(2))));
		}
		if (parts.contains("statistics")) {
			item.put("statistics", statistics(channel));
		}
		if (parts.contains("status")) {
			item.put("status", Map.of("privacyStatus", channel.privacy, "isLinked", true, "longUploadsStatus",
					"longUploadsUnspecified", "madeForKids", false));
		}
		return item;
	}

	private static Map<String, Object> snippet(YouTubeChannel channel) {
		Map<String, Object> snippet = new LinkedHashMap<>();
		snippet.put("title", channel.title);
		snippet.put("description", "");
		if (channel.customUrl != null) {
			snippet.put("customUrl", channel.customUrl);
		}
		snippet.put("publishedAt", "2014-03-02T10:00:00Z");
		Map<String, Object> thumbnails = new LinkedHashMap<>();
		Map.of("default", 88, "medium", 240, "high", 800)
			.forEach((size, pixels) -> thumbnails.put(size,
					Map.of("url", picture(channel) + "=s" + pixels, "width", pixels, "height", pixels)));
		snippet.put("thumbnails", thumbnails);
		snippet.put("localized", Map.of("title", channel.title, "description", ""));
		return snippet;
	}

	/** Numbers come as text; the subscribers to three digits, and a zero where hidden. */
	private static Map<String, Object> statistics(YouTubeChannel channel) {
		return Map.of("viewCount", String.valueOf(channel.views), "subscriberCount",
				channel.hidden ? "0" : String.valueOf(rounded(channel.subscribers)), "hiddenSubscriberCount",
				channel.hidden, "videoCount", String.valueOf(channel.videos));
	}

	private static long rounded(long number) {
		long unit = 1;
		while (number / unit >= 1000) {
			unit *= 10;
		}
		return number / unit * unit;
	}

	private static String picture(YouTubeChannel channel) {
		return ServletUriComponentsBuilder.fromCurrentContextPath()
			.path(GooglePictureController.PATH + "/" + channel.id + "-" + channel.picture)
			.toUriString();
	}

}
