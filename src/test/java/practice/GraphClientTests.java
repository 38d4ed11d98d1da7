package practice;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.IGUser;
import com.facebook.ads.sdk.Page;
import com.facebook.ads.sdk.Permission;
import com.facebook.ads.sdk.User;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Meta's own client understands what practice Facebook answers.
 */
@DisplayName("6: facebook-java-business-sdk at practice Facebook")
class GraphClientTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String SCOPES = "pages_show_list,pages_read_engagement,read_insights,instagram_basic,"
			+ "instagram_manage_insights,business_management";

	private final PracticeBrowser browser = new PracticeBrowser();

	@AfterAll
	static void stop() {
		NETWORKS.close();
	}

	/** The client's own transport speaks https only; everything else of it is its own. */
	@BeforeAll
	static void speakPlainly() {
		APIRequest.changeRequestExecutor(new PlainTransport());
	}

	@BeforeEach
	void begin() {
		APIContext.disableCrashReport();
		NETWORKS.reset();
	}

	@Test
	void readsPages() throws APIException {
		APIContext context = signIn("iris");
		List<Page> pages = new User("me", context).getAccounts()
			.requestFields(List.of("id", "name", "username", "access_token", "followers_count", "fan_count",
					"is_published", "instagram_business_account"))
			.execute();
		assertThat(pages).extracting(Page::getFieldUsername).containsExactly("irisdemir", "iristravels", "irisbooks");
		Page first = pages.getFirst();
		assertThat(first.getFieldFollowersCount()).isEqualTo(11200);
		assertThat(first.getFieldFanCount()).isEqualTo(11200);
		assertThat(first.getFieldIsPublished()).isTrue();
		assertThat(first.getFieldInstagramBusinessAccount().getFieldId()).isEqualTo("17841400000000019");
		assertThat(pages.getLast().getFieldInstagramBusinessAccount()).isNull();
		assertThat(new Page(first.getFieldId(), context(first.getFieldAccessToken())).get()
			.requestField("name")
			.execute()
			.getFieldName()).isEqualTo("Iris Demir");
	}

	@Test
	void followsThePagesOfAList() throws APIException {
		APINodeList<Page> pages = new User("me", signIn("jo")).getAccounts().setParam("limit", 12).execute();
		int seen = pages.size();
		for (APINodeList<Page> next = pages.nextPage(); next != null && !next.isEmpty(); next = next.nextPage()) {
			seen += next.size();
		}
		assertThat(seen).isEqualTo(30);
	}

	@Test
	void readsPermissions() throws APIException {
		Map<String, String> permissions = new User("me", signIn("ana", "read_insights")).getPermissions()
			.execute()
			.stream()
			.collect(Collectors.toMap(Permission::getFieldPermission, Permission::getFieldStatus));
		assertThat(permissions).containsEntry("pages_show_list", "granted").containsEntry("read_insights", "declined");
	}

	@Test
	void readsAnInstagramAccountAndDiscoversOthers() throws APIException {
		APIContext context = signIn("ana");
		IGUser account = new IGUser("17841400000000011", context).get()
			.requestFields(List.of("id", "username", "followers_count", "profile_picture_url"))
			.execute();
		assertThat(account.getFieldFollowersCount()).isEqualTo(8120);
		assertThat(account.getFieldProfilePictureUrl()).contains("oe=");
		IGUser found = new IGUser("17841400000000011", context).get()
			.requestField("business_discovery.username(milanovak){username,followers_count}")
			.execute()
			.getFieldBusinessDiscovery();
		assertThat(found.getFieldUsername()).isEqualTo("milanovak");
		assertThat(found.getFieldFollowersCount()).isEqualTo(204000);
		for (String handle : List.of("emmablum", "no.such.handle")) {
			assertThatExceptionOfType(APIException.class)
				.isThrownBy(() -> new IGUser("17841400000000011", context).get()
					.requestField("business_discovery.username(" + handle + "){id}")
					.execute())
				.satisfies((ex) -> assertThat(error(ex).get("error_subcode").getAsInt()).isEqualTo(2207013));
		}
	}

	@Test
	void readsRefusals() {
		APIContext context = signIn("ana");
		NETWORKS.facebook().changePassword("ana");
		assertThatExceptionOfType(APIException.class).isThrownBy(() -> User.fetchById("me", context))
			.satisfies((ex) -> assertThat(error(ex).get("error_subcode").getAsInt()).isEqualTo(460));
	}

	@Test
	void reachesPagesByWayOfABusiness() {
		APIContext context = signIn("jo");
		assertThat(get("/me/businesses", context)).contains("Palmer House Group");
		assertThat(get("/30001/owned_pages", context)).contains("20062");
		assertThat(get("/30001/client_pages", context)).contains("20063");
		assertThat(get("/me/businesses", signIn("ana", "business_management"))).contains("(#200)");
	}

	private String get(String path, APIContext context) {
		return this.browser
			.get(context.getEndpointBase() + "/" + context.getVersion() + path + "?access_token="
					+ context.getAccessToken())
			.body();
	}

	private static JsonObject error(APIException ex) {
		return JsonParser.parseString(ex.getRawResponse()).getAsJsonObject().getAsJsonObject("error");
	}

	private APIContext signIn(String who, String... off) {
		String dialog = NETWORKS.baseUrl() + "/facebook/dialog/oauth?response_type=code&client_id=practice-facebook"
				+ "&redirect_uri=http%3A%2F%2Flocalhost%2Fback&scope=" + SCOPES;
		String code = PracticeBrowser.code(new PracticeBrowser().consent(dialog, who, Set.of(off), null));
		Map<String, String> parameters = new TreeMap<>(Map.of("client_id", "practice-facebook", "client_secret",
				"practice-facebook-secret", "redirect_uri", "http%3A%2F%2Flocalhost%2Fback", "code", code));
		String query = parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "=" + parameter.getValue())
			.collect(Collectors.joining("&"));
		String answer = this.browser.get(base() + "/v25.0/oauth/access_token?" + query).body();
		return context(JsonParser.parseString(answer).getAsJsonObject().get("access_token").getAsString());
	}

	private static APIContext context(String token) {
		return new APIContext(base(), base(), "v25.0", token, "practice-facebook-secret", "practice-facebook", false);
	}

	private static String base() {
		return NETWORKS.baseUrl() + "/facebook/graph";
	}

	/** Sends the client's questions without encryption. */
	private static final class PlainTransport extends APIRequest.DefaultRequestExecutor {

		private final PracticeBrowser browser = new PracticeBrowser();

		@Override
		public APIRequest.ResponseWrapper sendGet(String address, Map<String, Object> parameters, APIContext context)
				throws APIException {
			String query = parameters.entrySet()
				.stream()
				.map((parameter) -> parameter.getKey() + "="
						+ URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
			HttpResponse<String> answer = this.browser.get(address + (address.contains("?") ? "&" : "?") + query);
			if (answer.statusCode() >= 400) {
				throw new APIException.FailedRequestException("", answer.body(), new IOException("refused"));
			}
			return new APIRequest.ResponseWrapper(answer.body(), "");
		}

	}

}
