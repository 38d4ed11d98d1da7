package practice;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.x.XLife;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice X answers as networks.md says that X does.
 */
class PracticeXTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String BACK = "http://localhost:8080/oauth/callback/x";

	/** The example of RFC 7636, appendix B. */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private static final String SCOPES = "tweet.read users.read offline.access";

	private static final String INVALID_TOKEN = "invalid_request: Value passed for the token was invalid.";

	private static final String INVALID_CODE = "invalid_request: Value passed for the authorization code was invalid.";

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final PracticeBrowser browser = new PracticeBrowser();

	private final XLife life = NETWORKS.life(XLife.class);

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
		URI back = consent("ana", SCOPES);
		assertThat(PracticeBrowser.query(back)).containsEntry("state", "st/4+te");
		JsonNode token = exchange(PracticeBrowser.code(back));
		assertThat(token.get("token_type").asString()).isEqualTo("bearer");
		assertThat(token.get("expires_in").asLong()).isEqualTo(7200);
		assertThat(token.get("scope").asString()).isEqualTo(SCOPES);
		HttpResponse<String> answer = me(token.get("access_token").asString());
		JsonNode user = this.json.readTree(answer.body()).get("data");
		assertThat(user.get("id").asString()).isEqualTo("2244");
		assertThat(user.get("username").asString()).isEqualTo("anakocht");
		assertThat(user.get("public_metrics").get("followers_count").asLong()).isEqualTo(9001);
		assertThat(user.get("profile_image_url").asString()).endsWith("_normal.jpg");
		assertThat(user.has("description")).isFalse();
		assertThat(answer.headers().firstValue("x-rate-limit-remaining")).hasValue("74");
	}

	@Test
	void servesThePictureInTwoSizes() {
		JsonNode user = this.json.readTree(me(access("ana")).body()).get("data");
		String normal = user.get("profile_image_url").asString();
		assertThat(PracticeHttp.widthOf(PracticeHttp.bytes(normal).body())).isEqualTo(48);
		assertThat(PracticeHttp.widthOf(PracticeHttp.bytes(normal.replace("_normal", "_400x400")).body()))
			.isEqualTo(400);
		this.life.changePicture("ana");
		assertThat(PracticeHttp.bytes(normal).statusCode()).isEqualTo(404);
	}

	@Test
	void takesACodeOnceAndWithItsVerifierOnly() {
		assertThat(error(code(PracticeBrowser.code(consent("ana", SCOPES)), BACK, "wrong".repeat(10))))
			.contains("code verifier did not match");
		String code = PracticeBrowser.code(consent("ana", SCOPES));
		assertThat(error(code(code, BACK + "/", VERIFIER))).contains("redirect uri did not match");
		String another = PracticeBrowser.code(consent("ana", SCOPES));
		assertThat(exchange(another).has("access_token")).isTrue();
		assertThat(error(code(another, BACK, VERIFIER))).isEqualTo(INVALID_CODE);
	}

	@Test
	void letsACodeLiveForThirtySeconds() {
		String code = PracticeBrowser.code(consent("ana", SCOPES));
		NETWORKS.clock().advance(Duration.ofSeconds(31));
		assertThat(error(code(code, BACK, VERIFIER))).isEqualTo(INVALID_CODE);
	}

	@Test
	void showsNoConsentPageWithoutAChallenge() {
		assertThat(this.browser.follow(authorize(SCOPES).replace("&code_challenge=" + CHALLENGE, "")).statusCode())
			.isEqualTo(400);
		assertThat(this.browser.follow(authorize("tweet.read everything")).statusCode()).isEqualTo(400);
	}

	@Test
	void provesTheAppByBasicOnly() {
		Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id",
				"practice-x", "client_secret", "practice-x-secret");
		HttpResponse<String> answer = post("/2/oauth2/token", form, null);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(error(answer)).isEqualTo("unauthorized_client: Missing valid authorization header");
	}

	@Test
	void saysNoAsXDoes() {
		assertThat(PracticeBrowser.query(decide("ana", SCOPES, "cancel")))
			.isEqualTo(Map.of("error", "access_denied", "state", "st/4+te"));
	}

	@Test
	void handsOutRefreshTokensOnDemandOnly() {
		JsonNode token = exchange(PracticeBrowser.code(consent("ana", "tweet.read users.read")));
		assertThat(token.has("refresh_token")).isFalse();
	}

	@Test
	@DisplayName("N-3: a refresh token works once, and takes its family with it when shown twice")
	void endsTheFamilyOfAUsedRefreshToken() {
		JsonNode first = exchange(PracticeBrowser.code(consent("ana", SCOPES)));
		JsonNode second = this.json.readTree(refresh(first).body());
		assertThat(second.get("refresh_token").asString()).isNotEqualTo(first.get("refresh_token").asString());
		assertThat(me(second.get("access_token").asString()).statusCode()).isEqualTo(200);
		assertThat(error(refresh(first))).isEqualTo(INVALID_TOKEN);
		assertThat(me(second.get("access_token").asString()).statusCode()).isEqualTo(401);
		assertThat(error(refresh(second))).isEqualTo(INVALID_TOKEN);
	}

	@Test
	@DisplayName("N-8: a second sign-in of the same account ends the first")
	void keepsOneLiveGrantAnAccount() {
		JsonNode first = exchange(PracticeBrowser.code(consent("ana", SCOPES)));
		JsonNode second = exchange(PracticeBrowser.code(consent("ana", SCOPES)));
		assertThat(me(first.get("access_token").asString()).statusCode()).isEqualTo(401);
		assertThat(error(refresh(first))).isEqualTo(INVALID_TOKEN);
		assertThat(me(second.get("access_token").asString()).statusCode()).isEqualTo(200);
		this.life.signInElsewhere("ana");
		assertThat(me(second.get("access_token").asString()).statusCode()).isEqualTo(401);
	}

	@Test
	void endsAccessTokensAfterTwoHours() {
		JsonNode token = exchange(PracticeBrowser.code(consent("ana", SCOPES)));
		NETWORKS.clock().advance(Duration.ofHours(2));
		assertThat(title(me(token.get("access_token").asString()))).isEqualTo("401 Unauthorized");
		assertThat(refresh(token).statusCode()).isEqualTo(200);
	}

	@Test
	void doesWhatLifeDoes() {
		String token = access("ana");
		this.life.lock("ana");
		assertThat(me(token).body()).contains("\"code\":326");
		this.life.recover("ana");
		this.life.suspend("ana");
		assertThat(me(token).body()).contains("\"code\":64");
		this.life.recover("ana");
		this.life.protect("ana", true);
		assertThat(me(token).body()).contains("\"protected\":true");
		this.life.setCredits(false);
		assertThat(title(me(token))).isEqualTo("402 CreditsDepleted");
		this.life.setCredits(true);
		this.life.changePassword("ana");
		assertThat(me(token).statusCode()).isEqualTo(200);
		this.life.removeApp("ana");
		assertThat(title(me(token))).isEqualTo("401 Unauthorized");
	}

	@Test
	void takesTokensBack() {
		JsonNode token = exchange(PracticeBrowser.code(consent("ana", SCOPES)));
		HttpResponse<String> answer = post("/2/oauth2/revoke", Map.of("token", token.get("refresh_token").asString()),
				basic());
		assertThat(answer.body()).isEqualTo("{\"revoked\":true}");
		assertThat(me(token.get("access_token").asString()).statusCode()).isEqualTo(401);
		assertThat(this.life.hasApp("ana")).isFalse();
	}

	@Test
	void countsCallsForAQuarterOfAnHour() {
		String token = access("ana");
		HttpResponse<String> last = me(token);
		for (int call = 1; call < 76; call++) {
			last = me(token);
		}
		assertThat(title(last)).isEqualTo("429 Too Many Requests");
		assertThat(last.headers().firstValue("x-rate-limit-remaining")).hasValue("0");
		NETWORKS.clock().advance(Duration.ofMinutes(15));
		assertThat(me(token).statusCode()).isEqualTo(200);
	}

	@Test
	void answersWronglyWherePlanned() {
		String token = access("ana");
		NETWORKS.faults().plan("x", Fault.LIMITED, 1, "users/me");
		HttpResponse<String> limited = me(token);
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.body()).contains("\"code\":88");
		assertThat(limited.headers().firstValue("x-rate-limit-reset")).isPresent();
		NETWORKS.faults().plan("x", Fault.LIMITED_CUSTOM, 1, "users/me");
		assertThat(title(me(token))).isEqualTo("402 CreditsDepleted");
		assertThat(me(token).statusCode()).isEqualTo(200);
	}

	@Test
	void looksAccountsUpByTheAppsToken() {
		assertThat(lookUp("milanovak").body()).contains("\"verified_type\":\"blue\"");
		assertThat(lookUp("nobody_here").statusCode()).isEqualTo(200);
		assertThat(lookUp("nobody_here").body()).contains("resource-not-found").doesNotContain("\"data\"");
		assertThat(lookUp("henriweber").body()).contains("User has been suspended").doesNotContain("\"data\"");
		assertThat(title(me("practice-x-bearer"))).isEqualTo("403 Unsupported Authentication");
	}

	private String access(String who) {
		return exchange(PracticeBrowser.code(consent(who, SCOPES))).get("access_token").asString();
	}

	private URI consent(String who, String scopes) {
		return decide(who, scopes, "authorize");
	}

	private URI decide(String who, String scopes, String decision) {
		HttpResponse<String> page = this.browser.follow(authorize(scopes));
		if (page.uri().getPath().equals("/x/login")) {
			HttpResponse<String> login = this.browser.post(NETWORKS.baseUrl() + "/x/login", Map.of("name", List.of(""),
					"as", List.of(who), "next", List.of(PracticeBrowser.query(page.uri()).getOrDefault("next", ""))));
			page = this.browser
				.follow(login.uri().resolve(login.headers().firstValue("Location").orElseThrow()).toString());
		}
		assertThat(HtmlUtils.htmlUnescape(page.body())).contains("Authorize app", "posts you can view");
		HttpResponse<String> answer = this.browser.post(page.uri().toString(), Map.of("decision", List.of(decision)));
		return URI.create(answer.headers().firstValue("Location").orElseThrow());
	}

	private static String authorize(String scopes) {
		return NETWORKS.baseUrl()
				+ "/x/i/oauth2/authorize?" + form(Map.of("response_type", "code", "client_id", "practice-x",
						"redirect_uri", BACK, "scope", scopes, "state", "st/4+te", "code_challenge_method", "S256"))
				+ "&code_challenge=" + CHALLENGE;
	}

	private JsonNode exchange(String code) {
		return this.json.readTree(code(code, BACK, VERIFIER).body());
	}

	private HttpResponse<String> code(String code, String redirectUri, String verifier) {
		return post("/2/oauth2/token", Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
				redirectUri, "code_verifier", verifier), basic());
	}

	private HttpResponse<String> refresh(JsonNode token) {
		return post("/2/oauth2/token",
				Map.of("grant_type", "refresh_token", "refresh_token", token.get("refresh_token").asString()), basic());
	}

	private HttpResponse<String> me(String token) {
		return get("/2/users/me?user.fields=profile_image_url,public_metrics,protected,verified_type", token);
	}

	private HttpResponse<String> lookUp(String name) {
		return get("/2/users/by/username/" + name + "?user.fields=verified_type", "practice-x-bearer");
	}

	private HttpResponse<String> get(String path, String token) {
		return send(HttpRequest.newBuilder(api(path)).header("Authorization", "Bearer " + token).build());
	}

	private HttpResponse<String> post(String path, Map<String, String> form, @Nullable String client) {
		HttpRequest.Builder request = HttpRequest.newBuilder(api(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form(form)));
		return send(((client != null) ? request.header("Authorization", client) : request).build());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private String error(HttpResponse<String> answer) {
		JsonNode body = this.json.readTree(answer.body());
		return body.get("error").asString() + ": " + body.get("error_description").asString();
	}

	private String title(HttpResponse<String> answer) {
		return answer.statusCode() + " " + this.json.readTree(answer.body()).get("title").asString();
	}

	private static URI api(String path) {
		return URI.create(NETWORKS.baseUrl() + "/x/api" + path);
	}

	private static String basic() {
		return "Basic "
				+ Base64.getEncoder().encodeToString("practice-x:practice-x-secret".getBytes(StandardCharsets.UTF_8));
	}

	private static String form(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
