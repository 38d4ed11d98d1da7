package practice.facebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import practice.HmacSigner;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Meta's products post to an app: one form field that holds a signature and a
 * payload, each product with its own secret.
 */
public final class MetaCallbacks {

	private final Pushes pushes;

	private final PracticeClock clock;

	private final JsonMapper json;

	MetaCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		this.pushes = pushes;
		this.clock = clock;
		this.json = json;
	}

	/** Calls one of a product's addresses about a user. */
	public void call(String product, String kind, String secret, String user) {
		Instant now = this.clock.instant();
		Map<String, Object> payload = new LinkedHashMap<>();
		payload.put("algorithm", "HMAC-SHA256");
		payload.put("issued_at", now.getEpochSecond());
		payload.put("expires", now.plusSeconds(3600).getEpochSecond());
		payload.put("user_id", user);
		this.pushes.post("/webhooks/" + product + "/" + kind, "application/x-www-form-urlencoded", "signed_request="
				+ URLEncoder.encode(signed(this.json.writeValueAsString(payload), secret), StandardCharsets.UTF_8),
				Map.of());
	}

	/** Signature and payload, both encoded, with a dot between them. */
	public static String signed(String payload, String secret) {
		Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
		String encoded = base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
		return base64.encodeToString(HmacSigner.sign(encoded, secret)) + "." + encoded;
	}

}
