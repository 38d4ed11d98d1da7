package practice.google;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cross-Account Protection of practice Google: tells the app of security events in tokens
 * signed with a key of its own, and publishes that key.
 */
@RestController
public class RiscTransmitter {

	public static final String ISSUER = "https://accounts.google.com/";

	private static final String OAUTH = "https://schemas.openid.net/secevent/oauth/event-type/";

	private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

	private static final String KEY = "practice-risc-1";

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final KeyPair keys = newKeys();

	private final Pushes pushes;

	private final PracticeClock clock;

	private final JsonMapper json;

	RiscTransmitter(Pushes pushes, PracticeClock clock, JsonMapper json) {
		this.pushes = pushes;
		this.clock = clock;
		this.json = json;
	}

	@GetMapping("/google/oauth2/v3/certs")
	Map<String, Object> certs() {
		RSAPublicKey key = (RSAPublicKey) this.keys.getPublic();
		return Map.of("keys", List.of(Map.of("kty", "RSA", "alg", "RS256", "use", "sig", "kid", KEY, "n",
				encoded(key.getModulus().toByteArray()), "e", encoded(key.getPublicExponent().toByteArray()))));
	}

	/** Everything that the app was allowed by a person is taken back. */
	void tokensRevoked(String sub) {
		send(OAUTH + "tokens-revoked", Map.of("subject", person(sub)));
	}

	void accountDisabled(String sub, String reason) {
		send(RISC + "account-disabled", Map.of("subject", person(sub), "reason", reason));
	}

	void accountEnabled(String sub) {
		send(RISC + "account-enabled", Map.of("subject", person(sub)));
	}

	private void send(String type, Map<String, Object> event) {
		this.pushes.post("/webhooks/google", "application/secevent+jwt",
				signed(claims(GoogleRequest.CLIENT, Map.of(type, event))), Map.of());
	}

	/** The claims of a token that tells of these events now. */
	public Map<String, Object> claims(String audience, Map<String, Object> events) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", ISSUER);
		claims.put("aud", audience);
		claims.put("iat", this.clock.instant().getEpochSecond());
		claims.put("jti", UUID.randomUUID().toString());
		claims.put("events", events);
		return claims;
	}

	/** A token as Google signs it. */
	public String signed(Map<String, Object> claims) {
		return signed(Map.of("alg", "RS256", "kid", KEY), claims, this.keys.getPrivate());
	}

	/** A token with any header, signed with any key. */
	public String signed(Map<String, Object> header, Map<String, Object> claims, PrivateKey key) {
		String message = encoded(this.json.writeValueAsBytes(header)) + "."
				+ encoded(this.json.writeValueAsBytes(claims));
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key);
			signature.update(message.getBytes(StandardCharsets.US_ASCII));
			return message + "." + BASE64.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Map<String, Object> person(String sub) {
		return Map.of("subject_type", "iss-sub", "iss", ISSUER, "sub", sub);
	}

	public static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A number begins with a zero byte where it would look negative; keys do not. */
	private static String encoded(byte[] bytes) {
		boolean padded = bytes.length > 1 && bytes[0] == 0;
		return BASE64.encodeToString(padded ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
	}

}
