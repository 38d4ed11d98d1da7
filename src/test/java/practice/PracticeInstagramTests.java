package practice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import practice.instagram.InstagramLife;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice Instagram answers as Instagram Login is documented to.
 */
class PracticeInstagramTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String BACK = "http://localhost/back";

	private static final String BOTH = "instagram_business_basic,instagram_business_manage_insights";

	private final JsonMapper json = JsonMapper.builder().build();

	private final PracticeBrowser browser = new PracticeBrowser();

	@AfterAll
	static void stop() {
		NETWORKS.close();
	}

	@BeforeEach
	void begin() {
		NETWORKS.reset();
	}

	@Test
	void walksFromLoginToTheAccount() {
		URI back = this.browser.consent(dialog(BOTH), "anakocht");
		assertThat(back.toString()).startsWith(BACK + "?").endsWith("#_");
		assertThat(PracticeBrowser.query(back)).containsEntry("state", "st/4+te");
		JsonNode given = exchange(PracticeBrowser.code(back)).get("data").get(0);
		assertThat(given.get("permissions").asString()).isEqualTo(BOTH);
		JsonNode kept = graph("/access_token", Map.of("grant_type", "ig_exchange_token", "client_secret",
				"practice-instagram-secret", "access_token", given.get("access_token").asString()));
		assertThat(kept.get("expires_in").asLong()).isBetween(5183900L, 5183944L);
		JsonNode me = graph("/me", Map.of("access_token", kept.get("access_token").asString(), "fields",
				"id,user_id,username,account_type,followers_count,profile_picture_url"));
		assertThat(me.get("id").asString()).isEqualTo(given.get("user_id").asString()).doesNotStartWith("17841");
		assertThat(me.get("user_id").asString()).isEqualTo("17841400000000011");
		assertThat(me.get("account_type").asString()).isEqualTo("Media_Creator");
		assertThat(PracticeHttp.bytes(me.get("profile_picture_url").asString()).statusCode()).isEqualTo(200);
	}

	@Test
	void givesTheShortTokenInEitherShape() {
		life().answerFlat(true);
		JsonNode flat = exchange(PracticeBrowser.code(this.browser.consent(dialog(BOTH), "anakocht")));
		assertThat(flat.get("user_id").isNumber()).isTrue();
		assertThat(flat.get("permissions").isArray()).isTrue();
	}

	@Test
	void takesACodeOnceAndForAnHour() {
		String code = PracticeBrowser.code(this.browser.consent(dialog(BOTH), "anakocht"));
		assertThat(exchange(code).has("data")).isTrue();
		assertThat(exchange(code).get("error_message").asString())
			.isEqualTo("Matching code was not found or was already used");
		String second = PracticeBrowser.code(this.browser.consent(dialog(BOTH), "anakocht"));
		NETWORKS.clock().advance(Duration.ofHours(1));
		assertThat(exchange(second).get("error_type").asString()).isEqualTo("OAuthException");
	}

	@Test
	void leavesOutWhatWasSwitchedOff() {
		URI back = this.browser.consent(dialog(BOTH), "anakocht", Set.of("instagram_business_manage_insights"), null);
		assertThat(exchange(PracticeBrowser.code(back)).get("data").get(0).get("permissions").asString())
			.isEqualTo("instagram_business_basic");
	}

	@Test
	void saysNoAsInstagramDoes() {
		assertThat(PracticeBrowser.query(this.browser.cancel(dialog(BOTH), "anakocht")))
			.containsEntry("error", "access_denied")
			.containsEntry("error_reason", "user_denied")
			.containsKey("error_description")
			.doesNotContainKey("code");
	}

	@Test
	void knowsNoPermissionsOfOldNames() {
		assertThat(this.browser.dialog(dialog("business_basic"), "anakocht").statusCode()).isEqualTo(400);
	}

	@Test
	void asksForTheLoginAnewWhenTold() {
		this.browser.consent(dialog(BOTH), "anakocht");
		assertThat(this.browser.follow(dialog(BOTH)).body()).contains("Continue as anakocht");
		assertThat(this.browser.follow(dialog(BOTH) + "&force_authentication=1").body()).contains("Or be somebody");
		assertThat(this.browser.dialog(dialog(BOTH) + "&force_authentication=1", "bistro_ana").body())
			.contains("Continue as bistro_ana");
	}

	@Test
	void letsNoPersonalAccountIn() {
		assertThat(this.browser.dialog(dialog(BOTH), "emmablum").body()).contains("You need a professional account");
		life().makeProfessional("emmablum");
		assertThat(this.browser.dialog(dialog(BOTH), "emmablum").body()).contains("Continue as emmablum");
	}

	@Test
	void renewsATokenFromItsSecondDayUntilItsEnd() {
		String token = signIn("anakocht");
		assertThat(refresh(token).has("error")).isTrue();
		NETWORKS.clock().advance(Duration.ofHours(24));
		JsonNode fresh = refresh(token);
		assertThat(fresh.get("expires_in").asLong()).isBetween(5183900L, 5183944L);
		assertThat(fresh.get("permissions").asString()).isEqualTo(BOTH);
		NETWORKS.clock().advance(Duration.ofDays(60));
		assertThat(refresh(fresh.get("access_token").asString()).get("error").get("error_subcode").asInt())
			.isEqualTo(463);
	}

	@Test
	void namesWhatEndedAToken() {
		assertThat(after("anakocht", () -> life().changePassword("anakocht"))).isEqualTo(460);
		assertThat(after("bistro_ana", () -> life().removeApp("bistro_ana"))).isEqualTo(458);
		assertThat(after("irisdemir", () -> life().expireTokens("irisdemir"))).isEqualTo(463);
		assertThat(after("lotteberg", () -> life().check("lotteberg"))).isEqualTo(459);
		assertThat(after("milanovak", () -> life().lock("milanovak"))).isEqualTo(490);
	}

	@Test
	void knowsTheSameAccountAsFacebook() {
		String token = signIn("anakocht");
		NETWORKS.facebook().renameAccount("anakocht", "ana.kocht");
		assertThat(graph("/me", Map.of("access_token", token, "fields", "username")).get("username").asString())
			.isEqualTo("ana.kocht");
	}

	@Test
	void answersWronglyAsPlanned() {
		String token = signIn("anakocht");
		NETWORKS.faults().plan("instagram", Fault.LIMITED_INSTAGRAM, 1, "");
		assertThat(graph("/me", Map.of("access_token", token)).get("error").get("code").asInt()).isEqualTo(80002);
		NETWORKS.faults().plan("instagram", Fault.TRANSIENT, 1, "me");
		assertThat(graph("/me", Map.of("access_token", token)).get("error").get("is_transient").asBoolean()).isTrue();
		assertThat(graph("/me", Map.of("access_token", token)).has("id")).isTrue();
	}

	private int after(String who, Runnable life) {
		String token = signIn(who);
		life.run();
		return graph("/me", Map.of("access_token", token)).get("error").get("error_subcode").asInt();
	}

	private String signIn(String who) {
		PracticeBrowser fresh = new PracticeBrowser();
		String given = exchange(PracticeBrowser.code(fresh.consent(dialog(BOTH), who))).get("data")
			.get(0)
			.get("access_token")
			.asString();
		return graph("/access_token", Map.of("grant_type", "ig_exchange_token", "client_secret",
				"practice-instagram-secret", "access_token", given))
			.get("access_token")
			.asString();
	}

	private JsonNode refresh(String token) {
		return graph("/refresh_access_token", Map.of("grant_type", "ig_refresh_token", "access_token", token));
	}

	private JsonNode exchange(String code) {
		Map<String, List<String>> form = new TreeMap<>();
		form.put("client_id", List.of("practice-instagram"));
		form.put("client_secret", List.of("practice-instagram-secret"));
		form.put("grant_type", List.of("authorization_code"));
		form.put("redirect_uri", List.of(BACK));
		form.put("code", List.of(code));
		return this.json
			.readTree(this.browser.post(NETWORKS.baseUrl() + "/instagram/api/oauth/access_token", form).body());
	}

	private JsonNode graph(String path, Map<String, String> parameters) {
		StringBuilder address = new StringBuilder(NETWORKS.baseUrl() + "/instagram/api/graph" + path + "?");
		parameters.forEach((name, value) -> address.append(name).append('=').append(encode(value)).append('&'));
		return this.json.readTree(this.browser.get(address.toString()).body());
	}

	private static String dialog(String scope) {
		return NETWORKS.baseUrl() + "/instagram/oauth/authorize?response_type=code&client_id=practice-instagram"
				+ "&redirect_uri=" + encode(BACK) + "&state=" + encode("st/4+te") + "&scope=" + encode(scope);
	}

	private static InstagramLife life() {
		return NETWORKS.life(InstagramLife.class);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
