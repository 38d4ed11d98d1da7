package practice.linkedin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import practice.PracticeProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practice LinkedIn as the common pages know it.
 */
final class PracticeLinkedIn implements PracticeProvider {

	private final LinkedInLife life;

	private final LinkedInView view;

	private final LinkedInMemory memory;

	private final JsonMapper json;

	PracticeLinkedIn(LinkedInLife life, LinkedInView view, LinkedInMemory memory, JsonMapper json) {
		this.life = life;
		this.view = view;
		this.memory = memory;
		this.json = json;
	}

	@Override
	public String name() {
		return "linkedin";
	}

	@Override
	public List<String> networks() {
		return List.of("linkedin");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		String registration = "spring.security.oauth2.client.registration.linkedin.";
		String provider = "spring.security.oauth2.client.provider.linkedin.";
		String api = baseUrl + "/linkedin/api";
		Map<String, String> settings = new HashMap<>();
		settings.put(registration + "client-id", App.ID);
		settings.put(registration + "client-secret", App.SECRET);
		settings.put(provider + "authorization-uri", baseUrl + "/linkedin/oauth/v2/authorization");
		settings.put(provider + "token-uri", api + "/oauth/v2/accessToken");
		settings.put("channelkeeper.provider.linkedin.introspect-url", api + "/oauth/v2/introspectToken");
		settings.put("channelkeeper.provider.linkedin.revoke-url", api + "/oauth/v2/revoke");
		settings.put("channelkeeper.provider.linkedin.ask-again-after", "2s");
		settings.put("channelkeeper.network.linkedin.api-url", api);
		settings.put("channelkeeper.network.linkedin.picture-hosts", baseUrl);
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
		this.memory.recall(this.json.readValue(notes, LinkedInMemory.Notes.class));
	}

}
