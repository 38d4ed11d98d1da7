package practice.x;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import practice.PracticeProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practice X as the common pages know it.
 */
final class PracticeX implements PracticeProvider {

	private final XLife life;

	private final XView view;

	private final XMemory memory;

	private final JsonMapper json;

	PracticeX(XLife life, XView view, XMemory memory, JsonMapper json) {
		this.life = life;
		this.view = view;
		this.memory = memory;
		this.json = json;
	}

	@Override
	public String name() {
		return "x";
	}

	@Override
	public List<String> networks() {
		return List.of("x");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("spring.security.oauth2.client.registration.x.client-id", XApp.ID);
		settings.put("spring.security.oauth2.client.registration.x.client-secret", XApp.SECRET);
		settings.put("spring.security.oauth2.client.provider.x.authorization-uri", baseUrl + "/x/i/oauth2/authorize");
		settings.put("spring.security.oauth2.client.provider.x.token-uri", baseUrl + "/x/api/2/oauth2/token");
		settings.put("channelkeeper.network.x.api-url", baseUrl + "/x/api");
		settings.put("channelkeeper.network.x.bearer-token", XApp.BEARER);
		settings.put("channelkeeper.network.x.consumer-secret", XApp.CONSUMER_SECRET);
		settings.put("channelkeeper.network.x.picture-hosts", baseUrl);
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
		this.memory.recall(this.json.readValue(notes, XMemory.Notes.class));
	}

}
