package practice;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practice.tiktok.TikTokLife;
import practice.tiktok.TikTokLives;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice TikTok answers as networks.md says that TikTok does.
 */
class PracticeTikTokTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String BACK = "http://localhost:8080/oauth/callback/tiktok";

	private static final String SCOPES = "user.info.basic,user.info.profile,user.info.stats";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PracticeBrowser browser = new PracticeBrowser();

	private final TikTokLife life = NETWORKS.life(TikTokLife.class);

	@AfterAll
	static void stop() {
		NETWORKS.close();
	}

	@BeforeEach
	void begin() {
		NETWORKS.reset();
	}

	@Test
	void walksFromLoginToTheUser() {
		URI back = this.browser.consent(address(NETWORKS), "ana");
		assertThat(back.getRawQuery()).contains("%2A1%21");
		assertThat(PracticeBrowser.query(back)).containsEntry("state", "st/4+te").containsEntry("scopes", SCOPES);
		JsonNode token = exchange(PracticeBrowser.code(back));
		assertThat(token.get("access_token").asString()).startsWith("act.");
		assertThat(token.get("refresh_token").asString()).startsWith("rft.");
		assertThat(token.get("expires_in").asLong()).isEqualTo(7200);
		assertThat(token.get("refresh_expires_in").asLong()).isEqualTo(15552000);
		assertThat(token.get("scope").asString()).isEqualTo(SCOPES);
		assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
		JsonNode answer = user(token, "open_id,union_id,username,follower_count,is_verified,avatar_url");
		assertThat(answer.at("/error/code").asString()).isEqualTo("ok");
		assertThat(answer.at("/data/user/open_id").asString()).isEqualTo(token.get("open_id").asString());
		assertThat(answer.at("/data/user/username").asString()).isEqualTo("anakocht");
		assertThat(answer.at("/data/user/follower_count").asLong()).isEqualTo(51200);
	}

	@Test
	@DisplayName("N-3: a refresh token dies by its use")
	void rotatesRefreshTokens() {
		JsonNode first = signIn("ana");
		JsonNode second = refresh(first);
		assertThat(second.get("refresh_token").asString()).isNotEqualTo(first.get("refresh_token").asString());
		assertThat(refresh(first).get("error").asString()).isEqualTo("invalid_grant");
		assertThat(refresh(second).get("access_token").asString()).startsWith("act.");
		assertThat(user(second, "open_id").at("/error/code").asString()).isEqualTo("ok");
	}

	@Test
	@DisplayName("N-1: both of TikTok's documents can be true")
	void livesAsLongAsTheControlPageSays() {
		this.browser.post(NETWORKS.baseUrl() + "/control/tiktok/rules", Map.of("lives", List.of("OLD")));
		JsonNode token = signIn("ana");
		assertThat(token.get("expires_in").asLong()).isEqualTo(86400);
		assertThat(token.get("refresh_expires_in").asLong()).isEqualTo(31536000);
		NETWORKS.clock().advance(Duration.ofHours(23));
		assertThat(user(token, "open_id").at("/error/code").asString()).isEqualTo("ok");
		NETWORKS.clock().advance(Duration.ofHours(1));
		assertThat(user(token, "open_id").at("/error/code").asString()).isEqualTo("access_token_invalid");
		long left = Duration.ofDays(364).toSeconds();
		assertThat(refresh(token).get("refresh_expires_in").asLong()).isBetween(left - 60, left);
		this.life.setLives(TikTokLives.NEW);
		this.life.setSliding(true);
		JsonNode other = signIn("mila");
		NETWORKS.clock().advance(Duration.ofDays(100));
		JsonNode renewed = refresh(other);
		assertThat(renewed.get("refresh_expires_in").asLong()).isEqualTo(15552000);
		NETWORKS.clock().advance(Duration.ofDays(180));
		assertThat(refresh(renewed).get("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void takesACodeOnceAndInTime() {
		String code = PracticeBrowser.code(this.browser.consent(address(NETWORKS), "ana"));
		assertThat(exchange(code).has("access_token")).isTrue();
		assertThat(exchange(code).get("error").asString()).isEqualTo("invalid_grant");
		String late = PracticeBrowser.code(this.browser.consent(address(NETWORKS), "ana"));
		NETWORKS.clock().advance(Duration.ofMinutes(10));
		assertThat(exchange(late).get("error").asString()).isEqualTo("invalid_grant");
		String raw = PracticeBrowser.code(this.browser.consent(address(NETWORKS), "ana"));
		assertThat(exchange(URLEncoder.encode(raw, StandardCharsets.UTF_8)).get("error").asString())
			.isEqualTo("invalid_grant");
	}

	@Test
	void grantsWhatWasSwitchedOnOnly() {
		URI back = this.browser.consent(address(NETWORKS), "mila", Set.of("user.info.stats"), null);
		JsonNode token = exchange(PracticeBrowser.code(back));
		assertThat(token.get("scope").asString()).isEqualTo("user.info.basic,user.info.profile");
		assertThat(user(token, "open_id,username").at("/error/code").asString()).isEqualTo("ok");
		JsonNode refused = user(token, "open_id,follower_count");
		assertThat(refused.at("/error/code").asString()).isEqualTo("scope_not_authorized");
		assertThat(refused.get("data").isEmpty()).isTrue();
	}

	@Test
	void saysNoAsTikTokDoes() {
		URI back = this.browser.cancel(address(NETWORKS), "lotte");
		assertThat(PracticeBrowser.query(back)).containsEntry("error", "access_denied")
			.containsEntry("state", "st/4+te")
			.doesNotContainKey("code");
		assertThat(this.life.hasApp("lotte")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_key=practice-tiktok|client_id=practice-tiktok",
			"scope=user.info.basic%2C|scope=user.info.basic+", "response_type=code|response_type=token",
			"callback%2Ftiktok|callback%2Ftiktok%3Fa%3D1", "user.info.stats|user.info.birthday" })
	void refusesOtherAddresses(String change) {
		String[] words = change.split("\\|", -1);
		HttpResponse<String> page = this.browser.get(address(NETWORKS).replace(words[0], words[1]));
		assertThat(page.statusCode()).as(page.body()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "client_secret,other,invalid_client", "client_key,other,invalid_client",
			"grant_type,password,unsupported_grant_type", "code,,invalid_request",
			"redirect_uri,http://localhost/other,invalid_request" })
	void refusesWithStatus200(String name, String value, String error) {
		Map<String, List<String>> form = form(PracticeBrowser.code(this.browser.consent(address(NETWORKS), "ana")));
		form.put(name, List.of((value != null) ? value : ""));
		HttpResponse<String> answer = this.browser.post(api("/v2/oauth/token/"), form);
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode body = JSON.readTree(answer.body());
		assertThat(body.get("error").asString()).isEqualTo(error);
		assertThat(body.has("error_description") && body.has("log_id")).isTrue();
	}

	@Test
	void takesFormsOnly() {
		HttpResponse<String> answer = this.browser.post(
				api("/v2/oauth/token/") + "?client_key=practice-tiktok&client_secret=practice-tiktok-secret", Map.of());
		assertThat(JSON.readTree(answer.body()).get("error").asString()).isEqualTo("invalid_request");
		assertThat(this.browser.post(api("/v2/oauth/token"), Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void revokesByForm() {
		JsonNode token = signIn("ana");
		Map<String, List<String>> form = new HashMap<>(Map.of("client_key", List.of("practice-tiktok"), "client_secret",
				List.of("practice-tiktok-secret"), "token", List.of(token.get("access_token").asString())));
		HttpResponse<String> answer = this.browser.post(api("/v2/oauth/revoke/"), form);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		assertThat(this.life.hasApp("ana")).isFalse();
		assertThat(refresh(token).get("error").asString()).isEqualTo("invalid_grant");
		assertThat(JSON.readTree(this.browser.post(api("/v2/oauth/revoke/"), form).body()).get("error").asString())
			.isEqualTo("invalid_grant");
	}

	@Test
	void endsEverythingAsLifeDoes() {
		ends((life) -> life.removeApp("ana"));
		ends((life) -> life.changePassword("ana"));
		ends((life) -> life.ban("ana"));
		ends((life) -> life.delete("ana"));
		ends((life) -> life.changeAge("ana"));
		ends((life) -> life.expireTokens("ana"));
		JsonNode token = signIn("ana");
		this.life.makePrivate("ana", true);
		assertThat(user(token, "username").at("/error/code").asString()).isEqualTo("ok");
		this.life.expireAccess("ana");
		assertThat(user(token, "username").at("/error/code").asString()).isEqualTo("access_token_invalid");
		assertThat(refresh(token).has("access_token")).isTrue();
	}

	@Test
	void refusesUnknownFieldsAndCountsCalls() {
		JsonNode token = signIn("ana");
		assertThat(user(token, "birthday").at("/error/code").asString()).isEqualTo("invalid_params");
		assertThat(user(token, "").at("/error/code").asString()).isEqualTo("invalid_params");
		NETWORKS.faults().plan("tiktok", Fault.LIMITED, 1, "user/info");
		JsonNode limited = user(token, "open_id");
		assertThat(limited.at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
		assertThat(limited.has("data")).isFalse();
		assertThat(NETWORKS.books().counts()).containsEntry("tiktok 429", 1L);
	}

	@Test
	void servesPicturesForATime() {
		JsonNode token = signIn("ana");
		String first = picture(token);
		assertThat(first).contains("x-expires=");
		HttpResponse<byte[]> picture = PracticeHttp.bytes(first);
		assertThat(PracticeHttp.widthOf(picture.body())).isEqualTo(320);
		this.life.changePicture("ana");
		assertThat(PracticeHttp.bytes(picture(token)).body()).isNotEqualTo(picture.body());
		NETWORKS.clock().advance(Duration.ofDays(2));
		assertThat(PracticeHttp.bytes(first).statusCode()).isEqualTo(403);
		assertThat(picture(signIn("rosa"))).isEmpty();
	}

	@Test
	void rendersTheControlPage() {
		signIn("ana");
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/").body()).contains("@anakocht", "allowed: user.info.basic",
				"24 hours and 365 days");
		HttpResponse<String> done = this.browser.post(NETWORKS.baseUrl() + "/control/tiktok/accounts/ana/rename",
				Map.of("with", List.of("@ana.kocht")));
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/").body()).contains("@ana.kocht");
	}

	@Test
	void takesUpTokensAfterARestart(@TempDir Path folder) {
		String refresh;
		try (PracticeNetworks before = PracticeNetworks.start(0, folder)) {
			String code = PracticeBrowser.code(this.browser.consent(address(before), "ana"));
			refresh = post(before, form(code)).get("refresh_token").asString();
			before.life(TikTokLife.class).rename("ana", "ana.kocht");
			before.life(TikTokLife.class).setLives(TikTokLives.OLD);
		}
		try (PracticeNetworks after = PracticeNetworks.start(0, folder)) {
			JsonNode renewed = post(after, refreshForm(refresh));
			assertThat(renewed.get("expires_in").asLong()).isEqualTo(86400);
			assertThat(after.life(TikTokLife.class).hasApp("ana.kocht")).isTrue();
		}
	}

	private void ends(Consumer<TikTokLife> deed) {
		this.life.reset();
		JsonNode token = signIn("ana");
		deed.accept(this.life);
		assertThat(user(token, "open_id").at("/error/code").asString()).isEqualTo("access_token_invalid");
		assertThat(refresh(token).get("error").asString()).isEqualTo("invalid_grant");
	}

	private String picture(JsonNode token) {
		return user(token, "avatar_large_url").at("/data/user/avatar_large_url").asString();
	}

	private JsonNode signIn(String who) {
		return exchange(PracticeBrowser.code(new PracticeBrowser().consent(address(NETWORKS), who)));
	}

	private JsonNode exchange(String code) {
		return post(NETWORKS, form(code));
	}

	private JsonNode refresh(JsonNode token) {
		return post(NETWORKS, refreshForm(token.get("refresh_token").asString()));
	}

	private JsonNode post(PracticeNetworks networks, Map<String, List<String>> form) {
		return JSON.readTree(this.browser.post(networks.baseUrl() + "/tiktok/api/v2/oauth/token/", form).body());
	}

	private static Map<String, List<String>> form(String code) {
		return new HashMap<>(Map.of("client_key", List.of("practice-tiktok"), "client_secret",
				List.of("practice-tiktok-secret"), "grant_type", List.of("authorization_code"), "redirect_uri",
				List.of(BACK), "code", List.of(code)));
	}

	private static Map<String, List<String>> refreshForm(String token) {
		return Map.of("client_key", List.of("practice-tiktok"), "client_secret", List.of("practice-tiktok-secret"),
				"grant_type", List.of("refresh_token"), "refresh_token", List.of(token));
	}

	private static JsonNode user(JsonNode token, String fields) {
		return JSON.readTree(
				PracticeHttp.get(api("/v2/user/info/") + "?fields=" + fields, token.get("access_token").asString())
					.body());
	}

	private static String api(String path) {
		return NETWORKS.baseUrl() + "/tiktok/api" + path;
	}

	private static String address(PracticeNetworks networks) {
		return networks.baseUrl() + "/tiktok/v2/auth/authorize/?client_key=practice-tiktok&response_type=code"
				+ "&redirect_uri=" + URLEncoder.encode(BACK, StandardCharsets.UTF_8) + "&state=st%2F4%2Bte&scope="
				+ URLEncoder.encode(SCOPES, StandardCharsets.UTF_8);
	}

}
