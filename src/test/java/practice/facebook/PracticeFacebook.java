package practice.facebook;

import java.util.List;
import java.util.Map;

import practice.PracticeProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practice Facebook as the common pages know it.
 */
final class PracticeFacebook implements PracticeProvider {

	private final FacebookLife life;

	private final FacebookView view;

	private final FacebookMemory memory;

	private final JsonMapper json;

	PracticeFacebook(FacebookLife life, FacebookView view, FacebookMemory memory, JsonMapper json) {
		this.life = life;
		this.view = view;
		this.memory = memory;
		this.json = json;
	}

	@Override
	public String name() {
		return "facebook";
	}

	@Override
	public List<String> networks() {
		return List.of("facebook", "instagram");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		String graph = baseUrl + "/facebook/graph/v25.0";
		String registration = "spring.security.oauth2.client.registration.facebook.";
		String provider = "spring.security.oauth2.client.provider.facebook.";
		return Map.of(registration + "client-id", "practice-facebook", registration + "client-secret",
				"practice-facebook-secret", provider + "authorization-uri", baseUrl + "/facebook/dialog/oauth",
				provider + "token-uri", graph + "/oauth/access_token", "channelkeeper.network.facebook.api-url", graph,
				"channelkeeper.network.facebook.picture-hosts", baseUrl,
				"channelkeeper.network.instagram.picture-hosts", baseUrl);
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
		this.memory.recall(this.json.readValue(notes, FacebookMemory.Notes.class));
	}

}
