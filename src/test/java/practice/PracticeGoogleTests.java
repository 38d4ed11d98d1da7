package practice;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.auth.oauth2.GoogleAuthorizationCodeTokenRequest;
import com.google.api.client.googleapis.auth.oauth2.GoogleRefreshTokenRequest;
import com.google.api.client.googleapis.auth.oauth2.GoogleTokenResponse;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Channel;
import com.google.api.services.youtube.model.ChannelListResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import practice.google.GoogleLife;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Practice Google answers as networks.md says that Google does; its answers are read by
 * Google's own clients as far as there are any.
 */
class PracticeGoogleTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String API = NETWORKS.baseUrl() + "/google/api";

	private static final String BACK = "http://localhost:8080/oauth/callback/google";

	private static final String READ = "https://www.googleapis.com/auth/youtube.readonly";

	private static final String INSIGHTS = "https://www.googleapis.com/auth/yt-analytics.readonly";

	private static final String MANAGE = "https://www.googleapis.com/auth/business.manage";

	private static final Pattern BOX = Pattern
		.compile("<input type=\"(?:checkbox|hidden)\" name=\"(permission|identity)\" value=\"([^\"]+)\"");

	private static final Pattern BRAND = Pattern.compile("<input type=\"radio\" name=\"identity\" value=\"([^\"]+)\"");

	private final NetHttpTransport transport = new NetHttpTransport();

	private final Map<String, PracticeBrowser> browsers = new TreeMap<>();

	private final GoogleLife life = NETWORKS.life(GoogleLife.class);

	@AfterAll
	static void stop() {
		NETWORKS.close();
	}

	@BeforeEach
	void begin() {
		NETWORKS.reset();
	}

	@Test
	void leadsFromConsentToTheChannel() throws IOException {
		GoogleTokenResponse token = exchange(consent("ana", READ + " " + INSIGHTS));
		assertThat(token.getRefreshToken()).startsWith("1//");
		assertThat(token.getExpiresInSeconds()).isEqualTo(3599);
		assertThat(token.getScope().split(" ")).containsExactlyInAnyOrder(READ, INSIGHTS);
		assertThat(token.get("refresh_token_expires_in")).isNull();
		Channel ana = mine(token.getAccessToken()).getItems().getFirst();
		assertThat(ana.getId()).startsWith("UC").hasSize(24);
		assertThat(ana.getSnippet().getCustomUrl()).isEqualTo("@anakocht");
		assertThat(ana.getStatistics().getSubscriberCount()).isEqualTo(15200);
		assertThat(ana.getStatus().getPrivacyStatus()).isEqualTo("public");
		assertThat(PracticeHttp.bytes(ana.getSnippet().getThumbnails().getHigh().getUrl()).statusCode()).isEqualTo(200);
	}

	@Test
	void tellsTheNumberOfThePersonOnRequestOnly() throws IOException {
		assertThat(exchange(consent("ana", READ)).getIdToken()).isNull();
		GoogleTokenResponse token = exchange(consent("ana", "openid " + READ));
		assertThat(token.parseIdToken().getPayload().getSubject()).startsWith("11");
		assertThat(token.parseIdToken().getPayload().getAudience()).isEqualTo("practice-google");
	}

	@Test
	void takesACodeOnceAndForTheSameAddressOnly() throws IOException {
		String code = PracticeBrowser.code(consent("ana", READ));
		assertThat(tokenError(request(code).setRedirectUri(BACK + "/"))).isEqualTo("redirect_uri_mismatch");
		assertThat(request(code).execute().getAccessToken()).startsWith("ya29.");
		assertThat(tokenError(request(code))).isEqualTo("invalid_grant");
		String late = PracticeBrowser.code(consent("ana", READ));
		NETWORKS.clock().advance(Duration.ofMinutes(10));
		assertThat(tokenError(request(late))).isEqualTo("invalid_grant");
	}

	@Test
	void wantsTheVerifierOfTheChallenge() throws IOException {
		String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
		String code = PracticeBrowser
			.code(consent("ana", READ, "&code_challenge_method=S256&code_challenge=" + challenge));
		assertThat(tokenError(request(code))).isEqualTo("invalid_grant");
		assertThat(request(code).set("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").execute())
			.isNotNull();
	}

	@Test
	void refreshesWithoutANewRefreshToken() throws IOException {
		GoogleTokenResponse first = exchange(consent("ana", READ));
		GoogleTokenResponse second = refresh(first.getRefreshToken());
		assertThat(second.getRefreshToken()).isNull();
		assertThat(second.getAccessToken()).isNotEqualTo(first.getAccessToken());
		assertThat(mine(second.getAccessToken()).getItems()).hasSize(1);
		NETWORKS.clock().advance(Duration.ofHours(1));
		assertThat(apiError(second.getAccessToken())).isEqualTo("401 authError");
		assertThat(refresh(first.getRefreshToken()).getAccessToken()).isNotBlank();
	}

	@Test
	void givesARefreshTokenAgainOnlyWhenAskedTo() throws IOException {
		exchange(consent("ana", READ));
		String silent = address(READ).replace("&prompt=consent", "");
		URI back = URI.create(browser("ana").get(silent).headers().firstValue("Location").orElseThrow());
		assertThat(exchange(back).getRefreshToken()).isNull();
		assertThat(exchange(consent("ana", READ)).getRefreshToken()).isNotNull();
		assertThat(this.life.refreshTokens("ana")).isEqualTo(2);
	}

	@Test
	void endsRefreshTokensOfAnAppInTesting() throws IOException {
		this.life.test(true);
		GoogleTokenResponse token = exchange(consent("ana", READ));
		assertThat(Long.parseLong(String.valueOf(token.get("refresh_token_expires_in")))).isBetween(604790L, 604799L);
		NETWORKS.clock().advance(Duration.ofDays(7));
		assertThat(refreshError(token.getRefreshToken())).isEqualTo("invalid_grant");
	}

	@Test
	void endsRefreshTokensThatNobodyUses() throws IOException {
		String token = exchange(consent("ana", READ)).getRefreshToken();
		NETWORKS.clock().advance(Duration.ofDays(100));
		refresh(token);
		NETWORKS.clock().advance(Duration.ofDays(100));
		refresh(token);
		NETWORKS.clock().advance(Duration.ofDays(184));
		assertThat(refreshError(token)).isEqualTo("invalid_grant");
	}

	@Test
	void dropsTheOldestOfMoreThanAHundred() throws IOException {
		String first = exchange(consent("ana", READ)).getRefreshToken();
		for (int turn = 0; turn < 100; turn++) {
			exchange(consent("ana", READ));
		}
		assertThat(refreshError(first)).isEqualTo("invalid_grant");
		assertThat(this.life.refreshTokens("ana")).isEqualTo(100);
	}

	@Test
	void joinsEarlierPermissions() throws IOException {
		exchange(consent("ana", READ));
		GoogleTokenResponse both = exchange(consent("ana", MANAGE, "&include_granted_scopes=true"));
		assertThat(both.getScope().split(" ")).containsExactlyInAnyOrder(READ, MANAGE);
		assertThat(exchange(consent("ana", MANAGE)).getScope()).isEqualTo(MANAGE);
	}

	@Test
	void grantsOnlyWhatIsTicked() throws IOException {
		HttpResponse<String> page = page("ana", address(READ + " " + INSIGHTS));
		URI back = back("ana", page, Map.of("decision", List.of("continue"), "permission", List.of(INSIGHTS)));
		GoogleTokenResponse token = exchange(back);
		assertThat(token.getScope()).isEqualTo(INSIGHTS);
		assertThat(apiError(token.getAccessToken())).isEqualTo("403 insufficientPermissions");
	}

	@Test
	void saysNoAsGoogleDoes() {
		URI back = back("ana", page("ana", address(READ)), Map.of("decision", List.of("cancel")));
		assertThat(PracticeBrowser.query(back)).isEqualTo(Map.of("error", "access_denied", "state", "st/4+te"));
		assertThat(this.life.hasApp("ana")).isFalse();
	}

	@Test
	void letsABrandBeChosen() throws IOException {
		HttpResponse<String> page = page("dario", address("openid " + READ));
		Matcher brands = BRAND.matcher(page.body());
		String brand = brands.results().skip(1).findFirst().orElseThrow().group(1);
		GoogleTokenResponse token = exchange(back("dario", page,
				Map.of("decision", List.of("continue"), "permission", List.of(READ), "identity", List.of(brand))));
		assertThat(mine(token.getAccessToken()).getItems()).singleElement()
			.satisfies((channel) -> assertThat(channel.getSnippet().getTitle()).isEqualTo("Casa Conti"));
		assertThat(token.parseIdToken().getPayload().getSubject()).isEqualTo(brand);
	}

	@Test
	void hasNoChannelInTwoWays() throws IOException {
		assertThat(mine(exchange(consent("ben", READ)).getAccessToken()).getItems()).isNull();
		assertThat(apiError(exchange(consent("cleo", READ)).getAccessToken())).isEqualTo("401 youtubeSignupRequired");
	}

	@Test
	void hidesSubscribersAndHandles() throws IOException {
		Channel emma = mine(exchange(consent("emma", READ)).getAccessToken()).getItems().getFirst();
		assertThat(emma.getStatistics().getHiddenSubscriberCount()).isTrue();
		Channel henri = mine(exchange(consent("henri", READ)).getAccessToken()).getItems().getFirst();
		assertThat(henri.getSnippet().getCustomUrl()).isNull();
	}

	@Test
	void revokesEverythingByOneToken() throws IOException {
		GoogleTokenResponse token = exchange(consent("ana", READ));
		assertThat(revoke(token.getRefreshToken())).isEqualTo(200);
		assertThat(revoke(token.getRefreshToken())).isEqualTo(400);
		assertThat(apiError(token.getAccessToken())).isEqualTo("401 authError");
		assertThat(refreshError(token.getRefreshToken())).isEqualTo("invalid_grant");
		assertThat(this.life.hasApp("ana")).isFalse();
	}

	@Test
	void keepsTokensWhenThePasswordChanges() throws IOException {
		GoogleTokenResponse token = exchange(consent("ana", READ));
		this.life.changePassword("ana");
		assertThat(refresh(token.getRefreshToken()).getAccessToken()).isNotBlank();
		this.life.removeApp("ana");
		assertThat(refreshError(token.getRefreshToken())).isEqualTo("invalid_grant");
	}

	@Test
	void looksUpPublicChannelsByKey() throws IOException {
		YouTube youTube = youTube("");
		assertThat(youTube.channels()
			.list(List.of("snippet"))
			.setForHandle("@anakocht")
			.setKey("practice-youtube-key")
			.execute()
			.getItems()).hasSize(1);
		assertThat(youTube.channels()
			.list(List.of("snippet"))
			.setForHandle("@irisdemir")
			.setKey("practice-youtube-key")
			.execute()
			.getItems()).isNull();
		assertThatExceptionOfType(GoogleJsonResponseException.class)
			.isThrownBy(() -> youTube.channels().list(List.of("snippet")).setForHandle("@x").setKey("wrong").execute());
	}

	@Test
	void refusesTheWrongClientAndInAppBrowsers() throws IOException {
		String code = PracticeBrowser.code(consent("ana", READ));
		assertThat(tokenError(new GoogleAuthorizationCodeTokenRequest(this.transport, GsonFactory.getDefaultInstance(),
				API + "/token", "practice-google", "wrong", code, BACK)))
			.isEqualTo("401");
		assertThat(browser("ana").get(address(READ).replace("practice-google", "x")).statusCode()).isEqualTo(400);
		assertThat(browser("ana").get(address("nonsense")).body()).contains("invalid_scope");
	}

	@Test
	void listsPlacesAccountByAccount() throws IOException {
		String token = exchange(consent("ana", MANAGE)).getAccessToken();
		JsonNode accounts = json(API + "/account/v1/accounts?pageSize=1", token);
		assertThat(accounts.get("accounts")).hasSize(1);
		JsonNode second = json(
				API + "/account/v1/accounts?pageSize=1&pageToken=" + accounts.get("nextPageToken").asString(), token);
		assertThat(second.get("accounts").get(0).get("name").asString()).isEqualTo("accounts/102");
		assertThat(second.has("nextPageToken")).isFalse();
		String places = API + "/information/v1/accounts/101/locations";
		assertThat(json(places, token).get("error").get("status").asString()).isEqualTo("INVALID_ARGUMENT");
		JsonNode named = json(places + "?readMask=name,metadata", token).get("locations");
		assertThat(named).hasSize(2);
		assertThat(named.get(0).has("title")).isFalse();
		assertThat(named.get(0).get("metadata").get("mapsUri").asString()).contains("cid=");
		this.life.deny("accounts/101", true);
		assertThat(json(places + "?readMask=name", token).get("error").get("status").asString())
			.isEqualTo("PERMISSION_DENIED");
	}

	@Test
	void answersWronglyInEachApisOwnWay() throws IOException {
		String token = exchange(consent("ana", READ)).getAccessToken();
		NETWORKS.faults().plan("youtube", Fault.LIMITED, 1, "");
		assertThat(apiError(token)).isEqualTo("403 quotaExceeded");
		NETWORKS.faults().plan("youtube", Fault.TRANSIENT, 1, "");
		assertThat(apiError(token)).isEqualTo("503 backendError");
		assertThat(mine(token).getItems()).hasSize(1);
	}

	private ChannelListResponse mine(String token) throws IOException {
		return youTube(token).channels()
			.list(List.of("snippet", "statistics", "status", "contentDetails"))
			.setMine(true)
			.execute();
	}

	private YouTube youTube(String token) {
		return new YouTube.Builder(this.transport, GsonFactory.getDefaultInstance(), (request) -> {
			if (!token.isEmpty()) {
				request.getHeaders().setAuthorization("Bearer " + token);
			}
		}).setRootUrl(API + "/").setApplicationName("practice").build();
	}

	private String apiError(String token) throws IOException {
		try {
			mine(token);
			return "none";
		}
		catch (GoogleJsonResponseException ex) {
			return ex.getStatusCode() + " " + ex.getDetails().getErrors().getFirst().getReason();
		}
	}

	private GoogleTokenResponse exchange(URI back) throws IOException {
		return request(PracticeBrowser.code(back)).execute();
	}

	private GoogleAuthorizationCodeTokenRequest request(String code) {
		return new GoogleAuthorizationCodeTokenRequest(this.transport, GsonFactory.getDefaultInstance(), API + "/token",
				"practice-google", "practice-google-secret", code, BACK);
	}

	private static String tokenError(GoogleAuthorizationCodeTokenRequest request) throws IOException {
		try {
			request.execute();
			return "none";
		}
		catch (TokenResponseException ex) {
			// The JDK hides the words of a 401 from Google's client.
			return (ex.getDetails() != null) ? ex.getDetails().getError() : String.valueOf(ex.getStatusCode());
		}
	}

	private GoogleTokenResponse refresh(String token) throws IOException {
		GoogleRefreshTokenRequest request = new GoogleRefreshTokenRequest(this.transport,
				GsonFactory.getDefaultInstance(), token, "practice-google", "practice-google-secret");
		request.setTokenServerUrl(new GenericUrl(API + "/token"));
		return request.execute();
	}

	private String refreshError(String token) throws IOException {
		try {
			refresh(token);
			return "none";
		}
		catch (TokenResponseException ex) {
			return ex.getDetails().getError();
		}
	}

	private int revoke(String token) throws IOException {
		return this.transport.createRequestFactory()
			.buildPostRequest(new GenericUrl(API + "/revoke"), new UrlEncodedContent(Map.of("token", token)))
			.setThrowExceptionOnExecuteError(false)
			.execute()
			.getStatusCode();
	}

	private JsonNode json(String address, String token) {
		String sign = address.contains("?") ? "&" : "?";
		return JsonMapper.builder()
			.build()
			.readTree(browser("ana").get(address + sign + "access_token=" + token).body());
	}

	private URI consent(String who, String scope) {
		return consent(who, scope, "");
	}

	private URI consent(String who, String scope, String more) {
		HttpResponse<String> page = page(who, address(scope) + more);
		Map<String, List<String>> form = new TreeMap<>(Map.of("decision", List.of("continue")));
		Matcher boxes = BOX.matcher(page.body());
		while (boxes.find()) {
			form.merge(boxes.group(1), List.of(boxes.group(2)),
					(one, other) -> Stream.concat(one.stream(), other.stream()).toList());
		}
		return back(who, page, form);
	}

	/** Signs in, unless somebody is, and opens the consent page. */
	private HttpResponse<String> page(String who, String address) {
		PracticeBrowser browser = browser(who);
		HttpResponse<String> page = browser.follow(address);
		if (page.uri().getPath().equals("/google/login")) {
			HttpResponse<String> login = browser.post(page.uri().resolve("/google/login").toString(), Map.of("email",
					List.of(""), "as", List.of(who), "next", List.of(PracticeBrowser.query(page.uri()).get("next"))));
			page = browser.follow(login.uri().resolve(login.headers().firstValue("Location").orElseThrow()).toString());
		}
		return page;
	}

	private URI back(String who, HttpResponse<String> page, Map<String, List<String>> form) {
		String address = page.uri().toString().replace("&chosen=1", "");
		return URI.create(browser(who).post(address, form).headers().firstValue("Location").orElseThrow());
	}

	/** Everybody has a browser of their own. */
	private PracticeBrowser browser(String who) {
		return this.browsers.computeIfAbsent(who, (key) -> new PracticeBrowser());
	}

	private static String address(String scope) {
		return NETWORKS.baseUrl() + "/google/o/oauth2/v2/auth?response_type=code&client_id=practice-google&state="
				+ URLEncoder.encode("st/4+te", StandardCharsets.UTF_8) + "&access_type=offline&prompt=consent&scope="
				+ URLEncoder.encode(scope, StandardCharsets.UTF_8) + "&redirect_uri="
				+ URLEncoder.encode(BACK, StandardCharsets.UTF_8);
	}

}
