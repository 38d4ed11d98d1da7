package practice.tiktok;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows the user that a token belongs to, as far as the permissions go.
 */
@RestController
class TikTokUserController {

	private final TikTokWorld world;

	private final TikTokTokens tokens;

	private final TikTokPictures pictures;

	TikTokUserController(TikTokWorld world, TikTokTokens tokens, TikTokPictures pictures) {
		this.world = world;
		this.tokens = tokens;
		this.pictures = pictures;
	}

	@GetMapping("/tiktok/api/v2/user/info/")
	Map<String, Object> info(@RequestParam(defaultValue = "") String fields,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String bearer) {
		TikTokToken token = this.tokens
			.check((bearer != null && bearer.startsWith("Bearer ")) ? bearer.substring("Bearer ".length()) : null);
		List<String> wanted = Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
		Set<String> granted = Set.of(token.scope().split(",", -1));
		for (String field : wanted) {
			String scope = TikTokApp.scopeOf(field);
			if (scope.isEmpty()) {
				throw TikTokProblem.api(400, "invalid_params", "Invalid fields: " + field);
			}
			if (!granted.contains(scope)) {
				throw TikTokProblem.api(401, "scope_not_authorized",
						"The user did not authorize the scope required for completing this request.");
			}
		}
		Map<String, Object> all = everything(this.world.account(token.account()));
		Map<String, Object> user = new LinkedHashMap<>();
		wanted.forEach((field) -> user.put(field, all.get(field)));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("data", Map.of("user", user));
		answer.put("error", TikTokProblem.error("ok", ""));
		return answer;
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refused(TikTokProblem ex) {
		return ResponseEntity.status(ex.status).body(ex.body());
	}

	private Map<String, Object> everything(TikTokAccount account) {
		String picture = this.pictures.of(account,
				ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("open_id", account.openId);
		all.put("union_id", account.unionId);
		all.put("avatar_url", picture);
		all.put("avatar_url_100", picture);
		all.put("avatar_large_url", picture);
		all.put("display_name", account.name);
		all.put("username", account.username);
		all.put("bio_description", account.name + " on TikTok");
		all.put("profile_deep_link",
				"https://vm.tiktok.com/ZM" + account.openId.toUpperCase(java.util.Locale.ROOT) + "/");
		all.put("is_verified", account.verified);
		all.put("follower_count", account.followers);
		all.put("following_count", account.followers % 700);
		all.put("likes_count", account.followers * 17);
		all.put("video_count", account.followers % 300);
		return all;
	}

}
