package practice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.twitter.clientlib.ApiClient;
import com.twitter.clientlib.ApiException;
import com.twitter.clientlib.TwitterCredentialsBearer;
import com.twitter.clientlib.TwitterCredentialsOAuth2;
import com.twitter.clientlib.api.TwitterApi;
import com.twitter.clientlib.model.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import practice.x.XLife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Practice X is understood by clients that others wrote: X's own of its API, and
 * ScribeJava for signing in. X's own knows problems under their former address only, so
 * those are not read by it.
 */
class PracticeXClientTests {

	private static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String BACK = "http://localhost:8080/oauth/callback/x";

	private static final Set<String> FIELDS = Set.of("public_metrics", "protected", "profile_image_url",
			"verified_type");

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
	void signsInAndRefreshes() throws Exception {
		try (OAuth20Service service = service()) {
			OAuth2AccessToken token = signIn(service);
			assertThat(token.getTokenType()).isEqualTo("bearer");
			assertThat(token.getExpiresIn()).isEqualTo(7200);
			assertThat(token.getScope()).isEqualTo("tweet.read users.read offline.access");
			OAuth2AccessToken next = service.refreshAccessToken(token.getRefreshToken());
			assertThat(next.getRefreshToken()).isNotBlank().isNotEqualTo(token.getRefreshToken());
			assertThatExceptionOfType(OAuth2AccessTokenErrorResponse.class)
				.isThrownBy(() -> service.refreshAccessToken(token.getRefreshToken()))
				.satisfies((ex) -> assertThat(ex.getErrorDescription())
					.isEqualTo("Value passed for the token was invalid."));
			service.revokeToken(next.getAccessToken());
			assertThat(NETWORKS.life(XLife.class).hasApp("ana")).isFalse();
		}
	}

	@Test
	void readsTheOwnAccount() throws Exception {
		try (OAuth20Service service = service()) {
			User user = api(person(signIn(service).getAccessToken())).users()
				.findMyUser()
				.userFields(FIELDS)
				.execute()
				.getData();
			assertThat(user).isNotNull();
			assertThat(user.getId()).isEqualTo("2244");
			assertThat(user.getUsername()).isEqualTo("anakocht");
			assertThat(user.getPublicMetrics()).extracting((figures) -> figures.getFollowersCount()).isEqualTo(9001);
			assertThat(user.getProtected()).isFalse();
			assertThat(user.getProfileImageUrl()).asString().endsWith("_normal.jpg");
		}
	}

	@Test
	void readsStrangers() throws ApiException {
		TwitterApi api = api(PracticeXClientTests::app);
		assertThat(api.users().findUserByUsername("bensommer").userFields(FIELDS).execute().getData())
			.extracting(User::getProtected)
			.isEqualTo(true);
	}

	@Test
	void understandsRefusals() {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> api(person("nonsense")).users().findMyUser().execute())
			.satisfies((ex) -> assertThat(ex.getErrorObject().getProblem().getTitle()).isEqualTo("Unauthorized"));
		NETWORKS.faults().plan("x", Fault.TRANSIENT, 1, "");
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> api(PracticeXClientTests::app).users().findUserByUsername("anakocht").execute())
			.satisfies(
					(ex) -> assertThat(ex.getErrorObject().getProblem().getTitle()).isEqualTo("Service Unavailable"));
	}

	private static void app(ApiClient client) {
		client.setTwitterCredentials(new TwitterCredentialsBearer("practice-x-bearer"));
	}

	private static Consumer<ApiClient> person(String token) {
		return (client) -> client
			.setTwitterCredentials(new TwitterCredentialsOAuth2("practice-x", "practice-x-secret", token, "none"));
	}

	private static TwitterApi api(Consumer<ApiClient> credentials) {
		ApiClient client = new ApiClient();
		credentials.accept(client);
		TwitterApi api = new TwitterApi(client);
		client.setBasePath(NETWORKS.baseUrl() + "/x/api");
		return api;
	}

	private OAuth2AccessToken signIn(OAuth20Service service) throws Exception {
		AuthorizationUrlBuilder address = service.createAuthorizationUrlBuilder().state("st").initPKCE();
		HttpPage consent = HttpPage.open(this.browser, address.build());
		String code = PracticeBrowser.code(consent.authorize());
		return service.getAccessToken(
				AccessTokenRequestParams.create(code).pkceCodeVerifier(address.getPkce().getCodeVerifier()));
	}

	private static OAuth20Service service() {
		return new ServiceBuilder("practice-x").apiSecret("practice-x-secret")
			.callback(BACK)
			.defaultScope("tweet.read users.read offline.access")
			.build(new PracticeApi());
	}

	/** A consent page that somebody looks at. */
	private record HttpPage(PracticeBrowser browser, URI address) {

		static HttpPage open(PracticeBrowser browser, String address) {
			URI login = browser.follow(address).uri();
			browser.post(login.resolve("/x/login").toString(),
					Map.of("name", List.of(""), "as", List.of("ana"), "next", List.of("/")));
			return new HttpPage(browser, URI.create(address));
		}

		URI authorize() {
			return URI.create(this.browser.post(this.address.toString(), Map.of("decision", List.of("authorize")))
				.headers()
				.firstValue("Location")
				.orElseThrow());
		}

	}

	/** Where practice X answers. */
	private static final class PracticeApi extends DefaultApi20 {

		@Override
		public String getAccessTokenEndpoint() {
			return NETWORKS.baseUrl() + "/x/api/2/oauth2/token";
		}

		@Override
		public String getRevokeTokenEndpoint() {
			return NETWORKS.baseUrl() + "/x/api/2/oauth2/revoke";
		}

		@Override
		protected String getAuthorizationBaseUrl() {
			return NETWORKS.baseUrl() + "/x/i/oauth2/authorize";
		}

	}

}
