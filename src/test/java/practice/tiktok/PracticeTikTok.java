package practice.tiktok;

import java.util.List;
import java.util.Map;

import practice.PracticeProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practice TikTok as the common pages know it.
 */
final class PracticeTikTok implements PracticeProvider {

	private final TikTokLife life;

	private final TikTokView view;

	private final TikTokMemory memory;

	private final JsonMapper json;

	PracticeTikTok(TikTokLife life, TikTokView view, TikTokMemory memory, JsonMapper json) {
		this.life = life;
		this.view = view;
		this.memory = memory;
		this.json = json;
	}

	@Override
	public String name() {
		return "tiktok";
	}

	@Override
	public List<String> networks() {
		return List.of("tiktok");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		String registration = "spring.security.oauth2.client.registration.tiktok.";
		String provider = "spring.security.oauth2.client.provider.tiktok.";
		String api = baseUrl + "/tiktok/api";
		return Map.of(registration + "client-id", TikTokApp.KEY, registration + "client-secret", TikTokApp.SECRET,
				provider + "authorization-uri", baseUrl + "/tiktok/v2/auth/authorize/", provider + "token-uri",
				api + "/v2/oauth/token/", "channelkeeper.provider.tiktok.revoke-url", api + "/v2/oauth/revoke/",
				"channelkeeper.network.tiktok.api-url", api, "channelkeeper.network.tiktok.picture-hosts", baseUrl);
	}

	@Override
	public Object view() {
		return this.view;
	}

	@Override
	public void reset() {
		this.life.reset();
	}

	@Override
	public Object notes() {
		return this.memory.note();
	}

	@Override
	public void recall(String notes) {
		this.memory.recall(this.json.readValue(notes, TikTokMemory.Notes.class));
	}

}
