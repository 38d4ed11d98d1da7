package practice.tiktok;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import practice.HmacSigner;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one address that practice TikTok calls when something happens to an authorization.
 */
final class TikTokCallbacks {

	/** The user disconnected the app. */
	static final int DISCONNECTED = 1;

	/** The account is deleted. */
	static final int DELETED = 2;

	/** The user's age changed. */
	static final int AGE = 3;

	/** The account is banned. */
	static final int BANNED = 4;

	private final Pushes pushes;

	private final PracticeClock clock;

	private final JsonMapper json;

	TikTokCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		this.pushes = pushes;
		this.clock = clock;
		this.json = json;
	}

	/** The content is a text that is JSON again. */
	void removed(TikTokAccount account, int reason) {
		Instant now = this.clock.instant();
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("client_key", TikTokApp.KEY);
		event.put("event", "authorization.removed");
		event.put("create_time", now.getEpochSecond());
		event.put("user_openid", account.openId);
		event.put("content", this.json.writeValueAsString(Map.of("reason", reason)));
		String body = this.json.writeValueAsString(event);
		String time = String.valueOf(now.getEpochSecond());
		this.pushes.post("/webhooks/tiktok", "application/json", body, Map.of("TikTok-Signature",
				"t=" + time + ",s=" + HexFormat.of().formatHex(HmacSigner.sign(time + "." + body, TikTokApp.SECRET))));
	}

}
