package io.channelkeeper.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import practice.HmacSigner;
import practice.Pushes;
import practice.google.GoogleLife;
import practice.google.RiscTransmitter;
import practice.tiktok.TikTokLife;
import practice.x.XLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.Cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * TikTok, X and Google call by themselves when an access ends (N-10).
 */
class NetworkPushTests extends PushScene {

	private static final String OAUTH = "https://schemas.openid.net/secevent/oauth/event-type/";

	private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

	private static final String TIKTOK_SECRET = "practice-tiktok-secret";

	private static final String X_SECRET = "practice-x-consumer-secret";

	@Autowired
	private SocialLogins logins;

	private final RiscTransmitter risc = NETWORKS.life(RiscTransmitter.class);

	@Test
	@DisplayName("N-10: TikTok tells of an authorization that was removed, and why")
	void hearsTikTok() {
		UUID channel = connected("tiktok", "anakocht", "tiktok", "ana");
		NETWORKS.life(TikTokLife.class).removeApp("ana");
		assertThat(NETWORKS.pushes().sent()).containsExactly(new Pushes.Sent("/webhooks/tiktok", 200, ""));
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@ParameterizedTest
	@CsvSource({ "0, TOKEN_REJECTED", "1, ACCESS_REVOKED", "2, ACCOUNT_DELETED", "3, ACCOUNT_RESTRICTED",
			"4, ACCOUNT_SUSPENDED", "5, TOKEN_REJECTED", "99, TOKEN_REJECTED" })
	@DisplayName("N-10: each of TikTok’s reasons has its cause")
	void knowsTikToksReasons(int reason, Cause cause) throws Exception {
		UUID channel = connected("tiktok", "anakocht", "tiktok", "ana");
		String event = tikTok("\"{\\\"reason\\\":" + reason + "}\"", Instant.now());
		assertThat(sendTikTok(event, signature(event, Instant.now(), TIKTOK_SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).cause()).isEqualTo(cause);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"reason\":4} | ACCOUNT_SUSPENDED", "\"no json\" | TOKEN_REJECTED",
			"7 | TOKEN_REJECTED", "null | TOKEN_REJECTED" })
	void takesContentAsItComes(String content, Cause cause) throws Exception {
		UUID channel = connected("tiktok", "anakocht", "tiktok", "ana");
		String event = tikTok(content, Instant.now());
		assertThat(sendTikTok(event, signature(event, Instant.now(), TIKTOK_SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).cause()).isEqualTo(cause);
	}

	static Stream<Arguments> tikTokForgeries() {
		Instant now = Instant.now();
		String event = tikTok("\"{\\\"reason\\\":1}\"", now);
		String good = signature(event, now, TIKTOK_SECRET);
		String old = signature(event, now.minus(Duration.ofDays(4)), TIKTOK_SECRET);
		String foreign = event.replace("practice-tiktok", "somebody-else");
		String nobody = event.replace("user_openid", "user");
		return Stream.of(Arguments.of(401, event, signature(event, now, "another-secret")),
				Arguments.of(401, event, signature(event, now, "practice-facebook-secret")),
				Arguments.of(401, event.replace("reason", "Reason"), good),
				Arguments.of(401, event.substring(0, event.length() - 1), good), Arguments.of(401, "", good),
				Arguments.of(400, event, good.substring(0, good.length() - 2)), Arguments.of(400, event, ""),
				Arguments.of(400, event, good.replace("s=", "s=zz")), Arguments.of(400, event, good.substring(2)),
				Arguments.of(401, event, good.replaceFirst("t=\\d+", "t=" + (now.getEpochSecond() + 1))),
				Arguments.of(401, event, old),
				Arguments.of(401, event, signature(event, now.plus(Duration.ofHours(1)), TIKTOK_SECRET)),
				Arguments.of(401, foreign, signature(foreign, now, TIKTOK_SECRET)),
				Arguments.of(400, nobody, signature(nobody, now, TIKTOK_SECRET)),
				Arguments.of(400, "[]", signature("[]", now, TIKTOK_SECRET)),
				Arguments.of(400, "", signature("", now, TIKTOK_SECRET)));
	}

	@ParameterizedTest
	@MethodSource("tikTokForgeries")
	@DisplayName("N-10: what TikTok did not sign for us changes nothing")
	void refusesForgedTikTok(int status, String event, String signature) throws Exception {
		UUID channel = connected("tiktok", "anakocht", "tiktok", "ana");
		assertThat(sendTikTok(event, signature).getStatus()).isEqualTo(status);
		assertUntouched(channel);
		assertThat(refusal("tiktok")).isNotEmpty();
	}

	@Test
	void passesOverWhatDoesNotConcernIt() throws Exception {
		UUID channel = connected("tiktok", "anakocht", "tiktok", "ana");
		String event = tikTok("\"{}\"", Instant.now()).replace("authorization.removed", "video.upload.failed");
		assertThat(sendTikTok(event, signature(event, Instant.now(), TIKTOK_SECRET)).getStatus()).isEqualTo(200);
		assertUntouched(channel);
	}

	@Test
	@DisplayName("N-10: X asks for proof of the secret, and gets it")
	void provesTheSecretToX() throws Exception {
		MockHttpServletResponse answer = perform(get(URI.create("/webhooks/x?crc_token=a%20b%2B%C3%BC&nonce=1")));
		assertThat(answer.getContentAsString()).isEqualTo("{\"response_token\":\"sha256="
				+ Base64.getEncoder().encodeToString(HmacSigner.sign("a b+ü", X_SECRET)) + "\"}");
		assertThat(answer.getContentType()).startsWith("application/json");
		assertThat(perform(get("/webhooks/x")).getStatus()).isEqualTo(400);
	}

	@Test
	@DisplayName("N-10: X tells of a connected app that was removed")
	void hearsX() {
		UUID channel = connected("x", "anakocht", "x", "ana");
		NETWORKS.life(XLife.class).removeApp("ana");
		assertThat(NETWORKS.pushes().sent()).containsExactly(new Pushes.Sent("/webhooks/x", 200, ""));
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@Test
	@DisplayName("N-10: the Account Activity API of X says it in other words")
	void hearsXInOtherWords() throws Exception {
		UUID channel = connected("x", "anakocht", "x", "ana");
		String event = "{\"user_event\":{\"revoke\":{\"date_time\":\"" + Instant.now()
				+ "\",\"target\":{\"app_id\":\"298\"},\"source\":{\"user_id\":\"" + user() + "\"}}}}";
		assertThat(sendX(event, xSignature(event, X_SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@Test
	@DisplayName("N-8: what X says of the grant before does not end the one after")
	void keepsTheNewGrantAtX() throws Exception {
		UUID channel = connected("x", "anakocht", "x", "ana");
		String late = x(user(), Instant.now().minus(Duration.ofHours(2)));
		assertThat(sendX(late, xSignature(late, X_SECRET)).getStatus()).isEqualTo(200);
		assertUntouched(channel);
		String same = x(user(), Instant.now().minus(Duration.ofHours(1)));
		assertThat(sendX(same, xSignature(same, X_SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isEqualTo(1);
	}

	static Stream<Arguments> xForgeries() {
		String event = x("2244", Instant.now());
		String good = xSignature(event, X_SECRET);
		String old = x("2244", Instant.now().minus(Duration.ofDays(4)));
		String next = x("2244", Instant.now().plus(Duration.ofHours(1)));
		String timeless = event.replace("date_time", "time");
		String nobody = event.replace("user_id", "user");
		return Stream.of(Arguments.of(401, event, xSignature(event, "another-secret")),
				Arguments.of(401, event, xSignature(event, "practice-x-secret")),
				Arguments.of(401, event.replace("2244", "2245"), good),
				Arguments.of(401, event.substring(0, event.length() - 1), good),
				Arguments.of(400, event, good.replace("sha256=", "sha256=!")), Arguments.of(400, event, ""),
				Arguments.of(400, event, good.substring(7)), Arguments.of(401, event, "sha256="),
				Arguments.of(401, old, xSignature(old, X_SECRET)), Arguments.of(401, next, xSignature(next, X_SECRET)),
				Arguments.of(400, timeless, xSignature(timeless, X_SECRET)),
				Arguments.of(400, nobody, xSignature(nobody, X_SECRET)),
				Arguments.of(400, "x", xSignature("x", X_SECRET)));
	}

	@ParameterizedTest
	@MethodSource("xForgeries")
	@DisplayName("N-10: what X did not sign changes nothing")
	void refusesForgedX(int status, String event, String signature) throws Exception {
		UUID channel = connected("x", "anakocht", "x", "ana");
		assertThat(sendX(event.replace("\"2244\"", "\"" + user() + "\""), signature).getStatus()).isIn(status, 401);
		assertThat(sendX(event, signature).getStatus()).isEqualTo(status);
		assertUntouched(channel);
		assertThat(refusal("x")).isNotEmpty();
	}

	@Test
	@DisplayName("N-10: Google tells of an app that was removed, in a token that it signs")
	void hearsGoogle() {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		NETWORKS.life(GoogleLife.class).removeApp("ana");
		assertThat(NETWORKS.pushes().sent()).isNotEmpty()
			.allSatisfy((sent) -> assertThat(sent).isEqualTo(new Pushes.Sent("/webhooks/google", 202, "")));
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@Test
	@DisplayName("N-10: an account that is disabled is looked at again when it is enabled")
	void looksAgainAtGoogle() {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		NETWORKS.life(GoogleLife.class).suspend("ana", true);
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCOUNT_SUSPENDED);
		assertThat(dueChecks()).isZero();
		NETWORKS.life(GoogleLife.class).suspend("ana", false);
		assertThat(dueChecks()).isEqualTo(1);
	}

	@Test
	void tellsAHijackedAccountFromADisabledOne() throws Exception {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		sendGoogle(token(RISC + "account-disabled",
				Map.of("subject", RiscTransmitter.person(user()), "reason", "hijacking")));
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCOUNT_LOCKED);
	}

	@ParameterizedTest
	@CsvSource({ "prefix, true", "prefix, false", "hash_SHA512_double, true", "hash_base64_sha512_sha512, false" })
	@DisplayName("N-10: one token that is gone is recognized without anybody saying whose it was")
	void recognizesOneToken(String algorithm, boolean ours) throws Exception {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		String refresh = within(() -> Objects
			.requireNonNull(Objects.requireNonNull(this.logins.open(this.logins.find(login()).orElseThrow())).refresh())
			.value());
		String token = ours ? refresh : "1//another-refresh-token-than-ours";
		String trace = algorithm.equals("prefix") ? token.substring(0, 16) : hashed(token);
		assertThat(
				sendGoogle(token(OAUTH + "token-revoked",
						Map.of("subject",
								Map.of("subject_type", "oauth_token", "token_type", "refresh_token",
										"token_identifier_alg", algorithm, "token", trace))))
					.getStatus())
			.isEqualTo(202);
		assertThat(standing(channel).state()).isEqualTo(ours ? ConnectionState.INVALID : ConnectionState.CONNECTED);
	}

	@ParameterizedTest
	@CsvSource({ RISC + "sessions-revoked", RISC + "verification", RISC + "account-credential-change-required",
			"https://example.org/whatever" })
	void acceptsWhatChangesNothing(String type) throws Exception {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		assertThat(sendGoogle(token(type, Map.of("state", "x", "subject", RiscTransmitter.person(user())))).getStatus())
			.isEqualTo(202);
		assertUntouched(channel);
	}

	private Stream<Map.Entry<Integer, String>> googleForgeries() {
		Map<String, Object> events = Map.of(OAUTH + "tokens-revoked",
				Map.of("subject", RiscTransmitter.person(user())));
		Map<String, Object> claims = this.risc.claims("practice-google", events);
		String good = this.risc.signed(claims);
		String[] parts = parts(good);
		Map<String, Object> header = Map.of("alg", "RS256", "kid", "practice-risc-1");
		var stranger = RiscTransmitter.newKeys().getPrivate();
		return Stream.of(Map.entry(401, this.risc.signed(header, claims, stranger)),
				Map.entry(401, this.risc.signed(Map.of("alg", "RS256", "kid", "unknown"), claims, stranger)),
				Map.entry(400, this.risc.signed(Map.of("alg", "none", "kid", "practice-risc-1"), claims, stranger)),
				Map.entry(400, this.risc.signed(Map.of("alg", "HS256", "kid", "practice-risc-1"), claims, stranger)),
				Map.entry(400, this.risc.signed(Map.of("alg", "RS256"), claims, stranger)),
				Map.entry(401, parts[0] + "." + parts(this.risc.signed(with(claims, "jti", "2")))[1] + "." + parts[2]),
				Map.entry(401, good.substring(0, good.length() - 8)), Map.entry(400, parts[0] + "." + parts[1]),
				Map.entry(400, "not a token"), Map.entry(400, ""), Map.entry(400, "!.!.!"),
				Map.entry(401, this.risc.signed(with(claims, "aud", "another-client"))),
				Map.entry(401, this.risc.signed(with(claims, "iss", "https://accounts.example.org/"))),
				Map.entry(401, this.risc.signed(with(claims, "iat", 1_500_000_000L))),
				Map.entry(401, this.risc.signed(with(claims, "iat", 2_500_000_000L))),
				Map.entry(400, this.risc.signed(with(claims, "iat", "soon"))),
				Map.entry(400, this.risc.signed(with(claims, "events", "none"))),
				Map.entry(400, this.risc.signed(with(claims, "events", Map.of(OAUTH + "tokens-revoked", Map.of())))),
				Map.entry(400, this.risc.signed(with(claims, "events", Map.of(OAUTH + "token-revoked", Map.of("subject",
						Map.of("token_identifier_alg", "rot13", "token", "a-token-of-some-length")))))));
	}

	@Test
	@DisplayName("N-10: what Google did not sign for us changes nothing")
	void refusesForgedGoogle() throws Exception {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		for (Map.Entry<Integer, String> forgery : googleForgeries().toList()) {
			assertThat(sendGoogle(forgery.getValue()).getStatus()).as(forgery.getValue()).isEqualTo(forgery.getKey());
			assertUntouched(channel);
		}
		assertThat(refusal("google")).isEqualTo("UNREADABLE");
	}

	@Test
	@DisplayName("N-10: told twice, it happens once, at each of them")
	void tellsNothingTwice() throws Exception {
		UUID channel = connected("youtube", "anakocht", "google", "ana");
		String token = token(OAUTH + "tokens-revoked", Map.of("subject", RiscTransmitter.person(user())));
		sendGoogle(token);
		Instant since = standing(channel).since();
		assertThat(sendGoogle(token).getStatus()).isEqualTo(202);
		assertThat(standing(channel).since()).isEqualTo(since);
		assertThat(this.events.stream(ConnectionsBroken.class)).hasSize(1);
	}

	private void assertUntouched(UUID channel) {
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isZero();
	}

	private UUID login() {
		return this.jdbc.sql("select id from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(UUID.class)
			.single();
	}

	private String user() {
		return this.jdbc.sql("select external_user_id from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(String.class)
			.single();
	}

	private MockHttpServletResponse sendTikTok(String event, String signature) throws Exception {

		return perform(post("/webhooks/tiktok").contentType(MediaType.APPLICATION_JSON)
			.header("TikTok-Signature", signature)
			.content(event));
	}

	private MockHttpServletResponse sendX(String event, String signature) throws Exception {
		return perform(post("/webhooks/x").contentType(MediaType.APPLICATION_JSON)
			.header("x-twitter-webhooks-signature", signature)
			.content(event));
	}

	private MockHttpServletResponse sendGoogle(String token) throws Exception {
		return perform(post("/webhooks/google").contentType("application/secevent+jwt").content(token));
	}

	private String token(String type, Map<String, Object> event) {
		return this.risc.signed(this.risc.claims("practice-google", Map.of(type, event)));
	}

	private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(claims);
		changed.put(name, value);
		return changed;
	}

	private static String[] parts(String token) {
		return StringUtils.delimitedListToStringArray(token, ".");
	}

	private static String hashed(String token) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-512");
		return Base64.getEncoder().encodeToString(digest.digest(digest.digest(token.getBytes(StandardCharsets.UTF_8))));
	}

	private static String tikTok(String content, Instant at) {
		return "{\"client_key\":\"practice-tiktok\",\"event\":\"authorization.removed\",\"create_time\":"
				+ at.getEpochSecond() + ",\"user_openid\":\"-000oid07ana\",\"content\":" + content + "}";
	}

	private static String signature(String event, Instant at, String secret) {
		String time = String.valueOf(at.getEpochSecond());
		return "t=" + time + ",s=" + HexFormat.of().formatHex(HmacSigner.sign(time + "." + event, secret));
	}

	private static String x(String user, Instant at) {
		return "{\"data\":{\"event_type\":\"oauth.revoke\",\"event_uuid\":\"5\",\"filter\":{},\"payload\":{\"date_time\":\""
				+ at + "\",\"user_id\":\"" + user + "\",\"app_id\":\"298\"}}}";
	}

	private static String xSignature(String event, String secret) {
		return "sha256=" + Base64.getEncoder().encodeToString(HmacSigner.sign(event, secret));
	}

}
