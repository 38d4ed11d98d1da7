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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.echobox.api.linkedin.client.BinaryAttachment;
import com.echobox.api.linkedin.client.DebugHeaderInfo;
import com.echobox.api.linkedin.client.DefaultLinkedInClient;
import com.echobox.api.linkedin.client.WebRequestor;
import com.echobox.api.linkedin.connection.v2.OrganizationConnection;
import com.echobox.api.linkedin.jsonmapper.DefaultJsonMapper;
import com.echobox.api.linkedin.types.urn.URN;
import com.echobox.api.linkedin.version.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practice.linkedin.LinkedInLife;
import practice.linkedin.LinkedInMemory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice LinkedIn answers as networks.md says that LinkedIn does.
 */
class PracticeLinkedInTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String BACK = "http://localhost:8080/oauth/callback/linkedin";

	private static final String API = NETWORKS.baseUrl() + "/linkedin/api";

	private static final LinkedInLife LIFE = NETWORKS.life(LinkedInLife.class);

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
	void walksFromLoginToPages() {
		URI back = allow("ana", "r_basicprofile rw_organization_admin");
		assertThat(back.toString()).startsWith(BACK + "?");
		assertThat(PracticeBrowser.query(back)).containsEntry("state", "st/4+te");
		JsonNode token = exchange(PracticeBrowser.code(back));
		assertThat(token.get("scope").asString()).isEqualTo("r_basicprofile,rw_organization_admin");
		assertThat(token.get("expires_in").asLong()).isBetween(5183900L, 5183999L);
		assertThat(token.has("refresh_token")).isFalse();
		assertThat(token.has("token_type")).isFalse();
		String access = token.get("access_token").asString();
		assertThat(get("/v2/me", access).get("vanityName").asString()).isEqualTo("ana-kocht");
		JsonNode roles = get("/rest/organizationAcls?q=roleAssignee", access);
		assertThat(roles.get("elements")).hasSize(2);
		assertThat(roles.get("elements").get(0)).isEqualTo(this.json.readTree(
				"""
						{"role":"ADMINISTRATOR","organization":"urn:li:organization:10001","roleAssignee":"urn:li:person:AnaK0cht",
						"state":"APPROVED"}"""));
		JsonNode page = get("/rest/organizations/10001", access);
		assertThat(page.get("vanityName").asString()).isEqualTo("brot-und-salz");
		assertThat(get("/rest/networkSizes/urn%3Ali%3Aorganization%3A10001?edgeType=COMPANY_FOLLOWED_BY_MEMBER", access)
			.get("firstDegreeSize")
			.asLong()).isEqualTo(12850);
	}

	@Test
	@DisplayName("issue 3, 6: answers are read by a client that others wrote")
	void isUnderstoodByAClientThatOthersWrote() {
		var client = new OrganizationConnection(
				new DefaultLinkedInClient(new Requestor(signIn("ana")), new DefaultJsonMapper(), Version.V2));
		assertThat(client.fetchMemberOrganizationAccessControl("ADMINISTRATOR", "APPROVED", null, 10))
			.extracting((control) -> control.getRole() + " " + control.getOrganizationURN())
			.containsExactly("ADMINISTRATOR urn:li:organization:10001", "ADMINISTRATOR urn:li:organization:10002");
		assertThat(client.retrieveOrganization(new URN("organization", "10001"), null)).satisfies((page) -> {
			assertThat(page.getLocalizedName()).isEqualTo("Brot und Salz");
			assertThat(page.getVanityName()).isEqualTo("brot-und-salz");
			assertThat(page.getLogoV2().getCropped()).isNotNull();
			assertThat(page.getName().getLocalized()).containsValue("Brot und Salz");
		});
		assertThat(client.findOrganizationByVanityName("studio-lang", null, 10)).singleElement()
			.satisfies((page) -> assertThat(page.getLocalizedName()).isEqualTo("Studio Lang"));
		assertThat(client.retrieveOrganizationFollowerCount(new URN("organization", "10001"))).isEqualTo(12850);
	}

	@Test
	void takesACodeOnceAndForTheSameAddressOnly() {
		String code = PracticeBrowser.code(allow("ana", "r_basicprofile"));
		Map<String, String> form = codeForm(code);
		form.put("redirect_uri", BACK + "/");
		assertThat(post("/oauth/v2/accessToken", form).get("error").asString()).isEqualTo("invalid_request");
		code = PracticeBrowser.code(allow("ana", "r_basicprofile"));
		assertThat(exchange(code).has("access_token")).isTrue();
		assertThat(exchange(code).get("error_description").asString()).startsWith("Unable to retrieve access token");
	}

	@Test
	@DisplayName("A code lives for thirty minutes")
	void letsACodeExpire() {
		String young = PracticeBrowser.code(allow("ana", "r_basicprofile"));
		NETWORKS.clock().advance(Duration.ofMinutes(29));
		assertThat(exchange(young).has("access_token")).isTrue();
		String old = PracticeBrowser.code(allow("ana", "r_basicprofile"));
		NETWORKS.clock().advance(Duration.ofMinutes(31));
		assertThat(exchange(old).get("error").asString()).isEqualTo("invalid_request");
	}

	@Test
	void saysNoAsLinkedInDoes() {
		login("ana", dialog("r_basicprofile"));
		assertThat(PracticeBrowser.query(decide("cancel", "r_basicprofile")))
			.containsEntry("error", "user_cancelled_authorize")
			.containsKey("error_description")
			.containsEntry("state", "st/4+te")
			.doesNotContainKey("code");
		HttpResponse<String> cancelled = new PracticeBrowser().post(NETWORKS.baseUrl() + "/linkedin/login",
				Map.of("next", List.of(URI.create(dialog("r_basicprofile")).getRawPath() + "?"
						+ URI.create(dialog("r_basicprofile")).getRawQuery()), "cancel", List.of("yes")));
		assertThat(PracticeBrowser.query(location(cancelled))).containsEntry("error", "user_cancelled_login")
			.containsEntry("state", "st/4+te");
	}

	@Test
	void skipsTheConsentWhileItStands() {
		allow("ana", "r_basicprofile rw_organization_admin");
		assertThat(PracticeBrowser.code(location(this.browser.get(dialog("r_basicprofile"))))).isNotBlank();
		LIFE.removeApp("ana");
		assertThat(this.browser.get(dialog("r_basicprofile")).body()).contains("would like to");
	}

	@Test
	void refusesWhatTheAppMayNotAsk() {
		LIFE.grantPagesProduct(false);
		assertThat(PracticeBrowser.query(location(this.browser.get(dialog("rw_organization_admin")))))
			.containsEntry("error", "unauthorized_scope_error");
		assertThat(this.browser.get(dialog("r_basicprofile").replace("practice-linkedin", "other")).statusCode())
			.isEqualTo(400);
	}

	@Test
	@DisplayName("N-1: a partner's refresh token stays the same and its end never moves")
	void refreshesUntilTheYearIsOver() {
		LIFE.approvePartner(true);
		JsonNode first = exchange(PracticeBrowser.code(allow("ana", "r_basicprofile")));
		assertThat(first.get("refresh_token_expires_in").asLong()).isBetween(31535900L, 31536000L);
		NETWORKS.clock().advance(Duration.ofDays(59));
		JsonNode second = refresh(first);
		assertThat(second.get("refresh_token")).isEqualTo(first.get("refresh_token"));
		assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
		assertThat(second.get("refresh_token_expires_in").asLong() / 86400).isBetween(305L, 306L);
		NETWORKS.clock().advance(Duration.ofDays(301));
		JsonNode last = refresh(first);
		assertThat(last.get("expires_in").asLong() / 3600).isBetween(119L, 120L);
		assertThat(last.get("refresh_token_expires_in").asLong() / 3600).isBetween(119L, 120L);
		NETWORKS.clock().advance(Duration.ofDays(5));
		assertThat(refresh(first).get("error_description").asString()).contains("invalid, expired or revoked");
	}

	@Test
	void namesEveryReasonToRefuseAToken() {
		String access = signIn("ana");
		assertThat(error(get("/v2/me", null))).isEqualTo("401/401/-");
		assertThat(error(get("/v2/me", "AQXmade-up"))).isEqualTo("401/65600/-");
		assertThat(error(get("/v2/userinfo", access))).isEqualTo("403/100/ACCESS_DENIED");
		NETWORKS.clock().advance(Duration.ofDays(60));
		assertThat(error(get("/v2/me", access))).isEqualTo("401/65602/EXPIRED_ACCESS_TOKEN");
		String other = signIn("ana");
		LIFE.removeApp("ana");
		assertThat(error(get("/v2/me", other))).isEqualTo("401/65601/REVOKED_ACCESS_TOKEN");
	}

	@Test
	@DisplayName("N-9: a fresh token is called revoked for some seconds")
	void callsAFreshTokenRevoked() {
		LIFE.revokeAtFirst(Duration.ofSeconds(60));
		String access = signIn("ana");
		assertThat(error(get("/v2/me", access))).isEqualTo("401/65601/REVOKED_ACCESS_TOKEN");
		NETWORKS.clock().advance(Duration.ofSeconds(60));
		assertThat(get("/v2/me", access).has("id")).isTrue();
	}

	@Test
	void explainsAndTakesBackTokens() {
		String access = signIn("ana");
		JsonNode told = post("/oauth/v2/introspectToken", clientForm(Map.of("token", access)));
		assertThat(told.get("active").asBoolean()).isTrue();
		assertThat(told.get("status").asString()).isEqualTo("active");
		assertThat(told.get("scope").asString()).isEqualTo("r_basicprofile,rw_organization_admin");
		assertThat(told.get("auth_type").asString()).isEqualTo("3L");
		assertThat(post("/oauth/v2/introspectToken", clientForm(Map.of("token", "x"))).get("active").asBoolean())
			.isFalse();
		assertThat(send(form("/oauth/v2/revoke", clientForm(Map.of("token", access)))).statusCode()).isEqualTo(200);
		assertThat(error(get("/v2/me", access))).isEqualTo("401/65601/REVOKED_ACCESS_TOKEN");
		Map<String, String> wrong = clientForm(Map.of("token", access));
		wrong.put("client_secret", "other");
		assertThat(post("/oauth/v2/introspectToken", wrong).get("error").asString()).isEqualTo("invalid_client");
	}

	@Test
	void wantsAVersionThatIsStillServed() {
		String access = signIn("ana");
		String roles = "/rest/organizationAcls?q=roleAssignee";
		assertThat(error(call(roles, access, null))).isEqualTo("400/-/VERSION_MISSING");
		assertThat(error(call(roles, access, "202501"))).isEqualTo("426/-/NONEXISTENT_VERSION");
		assertThat(call(roles, access, "202610").has("elements")).isTrue();
	}

	@Test
	void showsPagesToThoseWithARoleOnly() {
		String greta = signIn("greta");
		assertThat(
				get("/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED", greta).get("elements"))
			.isEmpty();
		assertThat(get("/rest/organizations/10003", greta).get("localizedName").asString()).isEqualTo("Studio Lang");
		assertThat(error(get("/rest/organizations/10001", greta))).isEqualTo("403/100/ACCESS_DENIED");
		assertThat(error(get("/rest/organizations/99999", greta))).startsWith("404/");
		LIFE.takeRole("greta", "studio-lang");
		assertThat(error(get("/rest/organizations/10003", greta))).isEqualTo("403/100/ACCESS_DENIED");
	}

	@Test
	void tellsRolesPageByPage() {
		String jo = signIn("jo");
		JsonNode first = get("/rest/organizationAcls?q=roleAssignee&count=100", jo);
		assertThat(first.get("elements")).hasSize(100);
		assertThat(first.get("paging").get("links").get(0).get("rel").asString()).isEqualTo("next");
		JsonNode second = get("/rest/organizationAcls?q=roleAssignee&count=100&start=100", jo);
		assertThat(second.get("elements")).hasSize(20);
		assertThat(second.get("paging").get("links")).isEmpty();
		assertThat(get("/rest/organizationAcls?q=roleAssignee", jo).get("elements")).hasSize(10);
	}

	@Test
	@DisplayName("N-11: addresses of pictures expire")
	void letsPicturesExpire() {
		String access = signIn("ana");
		String logo = get("/rest/images/urn%3Ali%3Aimage%3AP10001v1", access).get("downloadUrl").asString();
		String portrait = get("/v2/me?projection=(id,profilePicture(displayImage~:playableStreams))", access)
			.get("profilePicture")
			.get("displayImage~")
			.get("elements")
			.get(1)
			.get("identifiers")
			.get(0)
			.get("identifier")
			.asString();
		assertThat(PracticeHttp.widthOf(PracticeHttp.bytes(logo).body())).isEqualTo(320);
		assertThat(PracticeHttp.bytes(portrait).statusCode()).isEqualTo(200);
		NETWORKS.clock().advance(Duration.ofDays(61));
		assertThat(PracticeHttp.bytes(logo).statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("8: a limit comes without headers and without a time")
	void limitsWithoutATime() {
		String access = signIn("ana");
		NETWORKS.faults().plan("linkedin", Fault.LIMITED, 1, "rest/");
		HttpResponse<String> answer = send(request("/rest/organizationAcls?q=roleAssignee", access, "202610"));
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.body()).contains("TOO_MANY_REQUESTS");
		assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.toLowerCase(Locale.ROOT).contains("limit"))
			.doesNotContain("retry-after", "Retry-After");
	}

	@Test
	void doesWhatTheControlPageSays() {
		allow("ana", "r_basicprofile");
		assertThat(this.browser.get(NETWORKS.baseUrl() + "/").body()).contains("Members at LinkedIn", "in/ana-kocht",
				"CONTENT_ADMINISTRATOR APPROVED");
		this.browser.post(NETWORKS.baseUrl() + "/control/linkedin/members/ana/remove-app", Map.of("with", List.of("")));
		assertThat(LIFE.hasApp("ana")).isFalse();
		this.browser.post(NETWORKS.baseUrl() + "/control/linkedin/app",
				Map.of("partner", List.of("on"), "product", List.of("on"), "revoked", List.of("0")));
		assertThat(exchange(PracticeBrowser.code(allow("ana", "r_basicprofile"))).has("refresh_token")).isTrue();
	}

	@Test
	void remembersEverythingOverARestart(@TempDir Path memory) {
		String kept;
		try (PracticeNetworks before = PracticeNetworks.start(0, memory)) {
			before.life(LinkedInLife.class).renamePage("brot-und-salz", "salz");
			before.life(LinkedInLife.class).approvePartner(true);
			before.life(LinkedInLife.class).giveRole("ben", "salz", "ANALYST", "REQUESTED");
			kept = notes(before);
		}
		try (PracticeNetworks after = PracticeNetworks.start(0, memory)) {
			assertThat(notes(after)).isEqualTo(kept).contains("salz", "ANALYST", "REQUESTED");
		}
	}

	private static String notes(PracticeNetworks networks) {
		return JsonMapper.builder().build().writeValueAsString(networks.life(LinkedInMemory.class).note());
	}

	private URI allow(String who, String scopes) {
		HttpResponse<String> page = login(who, dialog(scopes));
		if (page.statusCode() / 100 == 3) {
			return location(page);
		}
		return decide("allow", scopes);
	}

	private HttpResponse<String> login(String who, String dialog) {
		URI address = URI.create(dialog);
		HttpResponse<String> login = this.browser.post(NETWORKS.baseUrl() + "/linkedin/login",
				Map.of("as", List.of(who), "next", List.of(address.getRawPath() + "?" + address.getRawQuery())));
		assertThat(login.statusCode()).isEqualTo(302);
		return this.browser.get(dialog);
	}

	private URI decide(String decision, String scopes) {
		return location(this.browser.post(dialog(scopes), Map.of("decision", List.of(decision))));
	}

	private static URI location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow());
	}

	private static String dialog(String scopes) {
		return NETWORKS.baseUrl() + "/linkedin/oauth/v2/authorization?response_type=code&client_id=practice-linkedin"
				+ "&redirect_uri=" + encode(BACK) + "&state=" + encode("st/4+te") + "&scope=" + encode(scopes);
	}

	private String signIn(String who) {
		return exchange(PracticeBrowser.code(allow(who, "r_basicprofile rw_organization_admin"))).get("access_token")
			.asString();
	}

	private JsonNode exchange(String code) {
		return post("/oauth/v2/accessToken", codeForm(code));
	}

	private JsonNode refresh(JsonNode answer) {
		return post("/oauth/v2/accessToken", clientForm(
				Map.of("grant_type", "refresh_token", "refresh_token", answer.get("refresh_token").asString())));
	}

	private static Map<String, String> codeForm(String code) {
		return clientForm(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK));
	}

	private static Map<String, String> clientForm(Map<String, String> form) {
		Map<String, String> all = new TreeMap<>(form);
		all.put("client_id", "practice-linkedin");
		all.put("client_secret", "practice-linkedin-secret");
		return all;
	}

	private JsonNode post(String path, Map<String, String> form) {
		return this.json.readTree(send(form(path, form)).body());
	}

	private JsonNode get(String path, @Nullable String access) {
		return call(path, access, "202610");
	}

	private JsonNode call(String path, @Nullable String access, @Nullable String version) {
		return this.json.readTree(send(request(path, access, version)).body());
	}

	private static String error(JsonNode answer) {
		return answer.path("status").asString() + "/" + answer.path("serviceErrorCode").asString("-") + "/"
				+ answer.path("code").asString("-");
	}

	private static HttpRequest form(String path, Map<String, String> form) {
		return HttpRequest.newBuilder(URI.create(API + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + "=" + encode(entry.getValue()))
				.collect(Collectors.joining("&"))))
			.build();
	}

	private static HttpRequest request(String path, @Nullable String access, @Nullable String version) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(API + path));
		if (access != null) {
			request.header("Authorization", "Bearer " + access);
		}
		if (version != null) {
			request.header("LinkedIn-Version", version);
		}
		return request.build();
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * Takes the other client's questions, which are of the time before months, to
	 * practice LinkedIn.
	 */
	private record Requestor(String access) implements WebRequestor {

		@Override
		public Response executeGet(String url) {
			String path = url.replaceFirst("^https://api.linkedin.com/v2", "/rest")
				.replace("CompanyFollowedByMember", "COMPANY_FOLLOWED_BY_MEMBER");
			HttpResponse<String> answer = send(request(path, this.access, "202610"));
			return new Response(answer.statusCode(), Map.of(), answer.body());
		}

		@Override
		public Response executePost(String url, String parameters, String body) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Response executePost(String url, String parameters, String body, Map<String, String> headers,
				BinaryAttachment... attachments) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Response executePut(String url, String parameters, String body, Map<String, String> headers,
				BinaryAttachment attachment) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Response executeDelete(String url) {
			throw new UnsupportedOperationException();
		}

		@Override
		public DebugHeaderInfo getDebugHeaderInfo() {
			throw new UnsupportedOperationException();
		}

	}

}
