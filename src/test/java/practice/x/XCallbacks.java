package practice.x;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import practice.HmacSigner;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

/**
 * What practice X tells an app that subscribed to its Activity API.
 */
final class XCallbacks {

	private final Pushes pushes;

	private final PracticeClock clock;

	private final JsonMapper json;

	XCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		this.pushes = pushes;
		this.clock = clock;
		this.json = json;
	}

	void revoked(XAccount account) {
		String at = this.clock.instant()
			.truncatedTo(ChronoUnit.SECONDS)
			.atOffset(ZoneOffset.UTC)
			.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
		String body = this.json
			.writeValueAsString(Map.of("data", Map.of("event_type", "oauth.revoke", "event_uuid", UUID.randomUUID(),
					"filter", Map.of(), "payload", Map.of("date_time", at, "user_id", account.id, "app_id", "298"))));
		this.pushes.post("/webhooks/x", "application/json", body, Map.of("x-twitter-webhooks-signature",
				"sha256=" + Base64.getEncoder().encodeToString(HmacSigner.sign(body, XApp.CONSUMER_SECRET))));
	}

}
