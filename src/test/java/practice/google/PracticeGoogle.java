package practice.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import practice.PracticeProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practice Google as the common pages know it.
 */
final class PracticeGoogle implements PracticeProvider {

	private final GoogleLife life;

	private final GoogleView view;

	private final GoogleMemory memory;

	private final JsonMapper json;

	PracticeGoogle(GoogleLife life, GoogleView view, GoogleMemory memory, JsonMapper json) {
		this.life = life;
		this.view = view;
		this.memory = memory;
		this.json = json;
	}

	@Override
	public String name() {
		return "google";
	}

	@Override
	public List<String> networks() {
		return List.of("google", "youtube", "google-business");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		String api = baseUrl + "/google/api";
		Map<String, String> settings = new LinkedHashMap<>();
		String registration = "spring.security.oauth2.client.registration.google.";
		settings.put(registration + "client-id", GoogleRequest.CLIENT);
		settings.put(registration + "client-secret", GoogleRequest.SECRET);
		String provider = "spring.security.oauth2.client.provider.google.";
		settings.put(provider + "authorization-uri", baseUrl + "/google/o/oauth2/v2/auth");
		settings.put(provider + "token-uri", api + "/token");
		settings.put("channelkeeper.provider.google.revoke-url", api + "/revoke");
		settings.put("channelkeeper.provider.google.risc-jwks-url", baseUrl + "/google/oauth2/v3/certs");
		settings.put("channelkeeper.network.youtube.api-url", api + "/youtube/v3");
		settings.put("channelkeeper.network.youtube.api-key", YouTubeController.KEY);
		settings.put("channelkeeper.network.youtube.picture-hosts", baseUrl);
		settings.put("channelkeeper.network.google-business.account-api-url", api + "/account");
		settings.put("channelkeeper.network.google-business.information-api-url", api + "/information");
		settings.put("channelkeeper.network.google-business.picture-hosts", baseUrl);
		return settings;
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
		this.memory.recall(this.json.readValue(notes, GoogleMemory.Notes.class));
	}

}
