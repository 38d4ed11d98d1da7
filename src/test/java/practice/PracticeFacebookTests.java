package practice;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice Facebook answers as networks.md says that Facebook does.
 */
class PracticeFacebookTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String BACK = "http://localhost:8080/oauth/callback/facebook";

	private static final String SCOPES = "instagram_basic,instagram_manage_insights,pages_show_list,pages_read_engagement";

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
	void walksFromLoginToPagesWithInstagram() {
		URI back = this.browser.consent(dialog(), "ana");
		assertThat(back.toString()).startsWith(BACK + "?").endsWith("#_=_");
		assertThat(PracticeBrowser.query(back)).containsEntry("state", "st/4+te");
		JsonNode token = exchange(PracticeBrowser.code(back));
		assertThat(token.get("access_token").asString()).startsWith("EAAS");
		assertThat(token.get("token_type").asString()).isEqualTo("bearer");
		assertThat(token.get("expires_in").asLong()).isBetween(5000L, 5104L);
		assertThat(token.has("scope")).isFalse();
		JsonNode pages = api("/me/accounts", Map.of("access_token", token.get("access_token").asString(), "fields",
				"id,name,tasks,is_published,picture.type(large),instagram_business_account{id,username,followers_count}"));
		JsonNode page = pages.get("data").get(0);
		assertThat(page.get("name").asString()).isEqualTo("Ana Kocht");
		assertThat(page.get("picture").get("data").get("url").asString()).contains("oh=", "oe=");
		assertThat(page.get("instagram_business_account").get("username").asString()).isEqualTo("anakocht");
		assertThat(page.get("instagram_business_account").get("id").asString()).startsWith("17841");
	}

	@Test
	void makesTheShortTokenLong() {
		String token = signIn("ana");
		JsonNode answer = api("/oauth/access_token", Map.of("grant_type", "fb_exchange_token", "client_id",
				"practice-facebook", "client_secret", "practice-facebook-secret", "fb_exchange_token", token));
		assertThat(answer.get("expires_in").asLong()).isBetween(5183900L, 5183944L);
		assertThat(answer.get("access_token").asString()).startsWith("EAAL");
	}

	@Test
	void takesACodeOnceAndForTheSameAddressOnly() {
		String code = PracticeBrowser.code(this.browser.consent(dialog(), "ana"));
		Map<String, String> other = codeParameters(code);
		other.put("redirect_uri", BACK + "/");
		assertThat(error(api("/oauth/access_token", other))).startsWith("100/- Error validating verification code.");
		assertThat(exchange(code).has("access_token")).isTrue();
		assertThat(error(exchange(code))).isEqualTo("100/- This authorization code has been used.");
	}

	@Test
	void letsACodeExpire() {
		String code = PracticeBrowser.code(this.browser.consent(dialog(), "ana"));
		NETWORKS.clock().advance(Duration.ofMinutes(10));
		assertThat(error(exchange(code))).isEqualTo("100/- This authorization code has expired.");
	}

	@Test
	void saysNoAsFacebookDoes() {
		Map<String, String> answer = PracticeBrowser.query(this.browser.cancel(dialog(), "ana"));
		assertThat(answer).containsEntry("error", "access_denied")
			.containsEntry("error_reason", "user_denied")
			.containsKey("error_description")
			.containsEntry("state", "st/4+te")
			.doesNotContainKey("code");
	}

	@Test
	void asksDeclinedPermissionsAgainOnlyOnRerequest() {
		this.browser.consent(dialog(), "ana", Set.of("instagram_manage_insights"), null);
		assertThat(this.browser.dialog(dialog(), "ana").body()).doesNotContain("name=\"permission\"");
		URI back = this.browser.consent(dialog(), "ana");
		String token = exchange(PracticeBrowser.code(back)).get("access_token").asString();
		assertThat(permissions(token)).containsEntry("instagram_manage_insights", "declined")
			.containsEntry("instagram_basic", "granted");
		this.browser.consent(dialog() + "&auth_type=rerequest", "ana");
		assertThat(permissions(token)).containsEntry("instagram_manage_insights", "granted");
	}

	@Test
	void refusesUnknownAppsAndMissingAddresses() {
		String dialog = NETWORKS.baseUrl() + "/facebook/dialog/oauth";
		assertThat(this.browser.get(dialog + "?client_id=x&redirect_uri=" + BACK).statusCode()).isEqualTo(400);
		assertThat(this.browser.get(dialog + "?client_id=practice-facebook").statusCode()).isEqualTo(400);
	}

	@Test
	void pagesThroughThirtyPages() {
		String token = signIn("jo");
		JsonNode first = api("/me/accounts", Map.of("access_token", token, "limit", "12"));
		assertThat(first.get("data").size()).isEqualTo(12);
		JsonNode second = read(this.browser.get(first.get("paging").get("next").asString()));
		assertThat(second.get("data").size()).isEqualTo(12);
		JsonNode third = read(this.browser.get(second.get("paging").get("next").asString()));
		assertThat(third.get("data").size()).isEqualTo(6);
		assertThat(third.get("paging").has("next")).isFalse();
		assertThat(third.get("paging").get("cursors").has("after")).isTrue();
	}

	@Test
	void listsOnlyThePagesChosen() {
		URI back = this.browser.consent(dialog(), "ana", Set.of(), Set.of("20012"));
		String token = exchange(PracticeBrowser.code(back)).get("access_token").asString();
		assertThat(api("/me/accounts", Map.of("access_token", token)).get("data").size()).isEqualTo(1);
	}

	@Test
	void checksTheProofOfTheSecret() throws GeneralSecurityException {
		String token = signIn("ana");
		assertThat(api("/me", Map.of("access_token", token, "appsecret_proof", proof(token))).has("id")).isTrue();
		assertThat(error(api("/me", Map.of("access_token", token, "appsecret_proof", proof("other")))))
			.isEqualTo("100/- Invalid appsecret_proof provided in the API argument");
		NETWORKS.facebook().requireProof(true);
		assertThat(error(api("/me", Map.of("access_token", token)))).startsWith("100/-");
	}

	@Test
	void namesWhatEndedAToken() {
		assertThat(after("ana", () -> NETWORKS.facebook().changePassword("ana"))).startsWith("190/460");
		assertThat(after("ana", () -> NETWORKS.facebook().removeApp("ana"))).startsWith("190/458");
		assertThat(after("ana", () -> NETWORKS.facebook().expireTokens("ana"))).startsWith("190/463");
		assertThat(after("lotte", () -> NETWORKS.facebook().check("lotte"))).startsWith("190/459");
		assertThat(after("mila", () -> NETWORKS.facebook().lock("mila"))).startsWith("190/490");
		assertThat(after("noah", () -> NETWORKS.facebook().unconfirm("noah"))).startsWith("190/464");
		assertThat(after("olga", () -> NETWORKS.facebook().suspend("olga"))).startsWith("368/-");
	}

	@Test
	void letsATokenLiveOnAfterTheSecurityCheck() {
		String token = signIn("ana");
		NETWORKS.facebook().check("ana");
		NETWORKS.facebook().recover("ana");
		assertThat(api("/me", Map.of("access_token", token)).has("id")).isTrue();
	}

	@Test
	void refusesAPageTokenWithoutARole() {
		String token = signIn("henri");
		String page = api("/20011", Map.of("access_token", token, "fields", "access_token")).get("access_token")
			.asString();
		NETWORKS.facebook().takeRole("henri", "20011");
		assertThat(error(api("/me", Map.of("access_token", page)))).startsWith("190/492");
		assertThat(error(api("/20011", Map.of("access_token", token)))).startsWith("100/33");
	}

	@Test
	void readsAnInstagramAccountByItsId() {
		String token = signIn("ana");
		JsonNode account = api("/17841400000000011",
				Map.of("access_token", token, "fields", "username,followers_count,profile_picture_url"));
		assertThat(account.get("followers_count").asLong()).isEqualTo(8120);
		assertThat(error(api("/17841400000000011", Map.of("access_token", token, "fields", "account_type"))))
			.startsWith("100/- (#100) Tried accessing nonexisting field (account_type)");
		NETWORKS.facebook().makePersonal("anakocht");
		assertThat(error(api("/17841400000000011", Map.of("access_token", token))))
			.isEqualTo("10/- (#10) The user is not an Instagram Business");
		NETWORKS.facebook().link("20011", null);
		assertThat(error(api("/17841400000000011", Map.of("access_token", token)))).startsWith("100/33");
	}

	@Test
	void leavesOutTheKeyOfAMissingInstagramAccount() {
		String token = signIn("dario");
		JsonNode page = api("/me/accounts", Map.of("access_token", token, "fields", "instagram_business_account{id}"))
			.get("data")
			.get(0);
		assertThat(page.has("instagram_business_account")).isFalse();
	}

	@Test
	void describesADeadToken() {
		String token = signIn("ana");
		NETWORKS.facebook().changePassword("ana");
		JsonNode data = api("/debug_token",
				Map.of("input_token", token, "access_token", "practice-facebook|practice-facebook-secret"))
			.get("data");
		assertThat(data.get("is_valid").asBoolean()).isFalse();
		assertThat(data.get("error").get("subcode").asInt()).isEqualTo(460);
		assertThat(data.get("user_id").asString()).isEqualTo("90011");
	}

	@Test
	void forgetsTheAppWhenItGivesTheAccessBack() {
		String token = signIn("ana");
		HttpResponse<String> answer = PracticeHttp.delete(graph("/90011/permissions", Map.of("access_token", token)));
		assertThat(answer.body()).isEqualTo("true");
		assertThat(error(api("/me", Map.of("access_token", token)))).startsWith("190/458");
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	void answersWronglyAsPlanned() {
		String token = signIn("ana");
		NETWORKS.faults().plan("facebook", Fault.LIMITED, 1, "");
		assertThat(error(api("/me", Map.of("access_token", token)))).startsWith("4/-");
		NETWORKS.faults().plan("facebook", Fault.TRANSIENT, 1, "accounts");
		assertThat(api("/me", Map.of("access_token", token)).has("id")).isTrue();
		JsonNode down = api("/me/accounts", Map.of("access_token", token)).get("error");
		assertThat(down.get("is_transient").asBoolean()).isTrue();
		assertThat(api("/me", Map.of("access_token", token)).has("id")).isTrue();
	}

	@Test
	void servesARealPictureUntilItsAddressExpires() {
		String token = signIn("ana");
		String address = api("/17841400000000011", Map.of("access_token", token, "fields", "profile_picture_url"))
			.get("profile_picture_url")
			.asString();
		HttpResponse<byte[]> picture = PracticeHttp.bytes(address);
		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(PracticeHttp.widthOf(picture.body())).isEqualTo(320);
		NETWORKS.clock().advance(Duration.ofHours(5));
		assertThat(PracticeHttp.bytes(address).statusCode()).isEqualTo(403);
	}

	@Test
	void declaresNineHundredMegapixelsInASmallFile() {
		String token = signIn("ana");
		NETWORKS.facebook().servePicture("anakocht", practice.facebook.PictureMode.HUGE_SIZE);
		byte[] picture = PracticeHttp
			.bytes(api("/17841400000000011", Map.of("access_token", token, "fields", "profile_picture_url"))
				.get("profile_picture_url")
				.asString())
			.body();
		assertThat(picture).hasSizeLessThan(500_000);
		assertThat(PracticeHttp.widthOf(picture)).isEqualTo(30_000);
	}

	@Test
	void showsItsPagesToPeople() {
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/").body()).contains("Ana Kocht", "take away");
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/mailbox").body()).contains("No mail yet");
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/books").body()).contains("\"issued\"");
	}

	private String after(String who, Runnable deed) {
		String token = signIn(who);
		deed.run();
		return error(api("/me", Map.of("access_token", token)));
	}

	private String signIn(String who) {
		URI back = new PracticeBrowser().consent(dialog(), who);
		return exchange(PracticeBrowser.code(back)).get("access_token").asString();
	}

	private Map<String, String> permissions(String token) {
		Map<String, String> all = new TreeMap<>();
		api("/me/permissions", Map.of("access_token", token)).get("data")
			.forEach((line) -> all.put(line.get("permission").asString(), line.get("status").asString()));
		return all;
	}

	private JsonNode exchange(String code) {
		return api("/oauth/access_token", codeParameters(code));
	}

	private static Map<String, String> codeParameters(String code) {
		return new TreeMap<>(Map.of("client_id", "practice-facebook", "client_secret", "practice-facebook-secret",
				"redirect_uri", BACK, "code", code));
	}

	private static String dialog() {
		return NETWORKS.baseUrl()
				+ "/facebook/dialog/oauth?response_type=code&client_id=practice-facebook&redirect_uri=" + encode(BACK)
				+ "&state=" + encode("st/4+te") + "&scope=" + encode(SCOPES);
	}

	private JsonNode api(String path, Map<String, String> parameters) {
		return read(this.browser.get(graph(path, parameters)));
	}

	private static String graph(String path, Map<String, String> parameters) {
		return NETWORKS.baseUrl() + "/facebook/graph/v25.0" + path + "?"
				+ parameters.entrySet()
					.stream()
					.map((parameter) -> parameter.getKey() + "=" + encode(parameter.getValue()))
					.collect(Collectors.joining("&"));
	}

	private JsonNode read(HttpResponse<String> answer) {
		JsonNode tree = this.json.readTree(answer.body());
		assertThat(answer.statusCode() >= 400).as(answer.body()).isEqualTo(tree.has("error"));
		return tree;
	}

	private static String error(JsonNode answer) {
		JsonNode error = answer.get("error");
		assertThat(error).as(answer.toString()).isNotNull();
		assertThat(error.has("fbtrace_id")).isTrue();
		return error.get("code").asInt() + "/"
				+ (error.has("error_subcode") ? error.get("error_subcode").asString() : "-") + " "
				+ error.get("message").asString();
	}

	private static String proof(String token) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec("practice-facebook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
