package io.channelkeeper.network.x;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.CodeExchange;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class XProviderTests {

	private static final ProviderId ID = new ProviderId("x");

	private static final String CALLBACK = "https://channels.example.org/oauth/callback/x";

	private static final String TOKEN = "/2/oauth2/token";

	private static final String REVOKE = "/2/oauth2/revoke";

	private static final String ME = "/2/users/me";

	/** printf 'id%%3A1:s%%2Fx' | base64, as id and secret are encoded first. */
	private static final String BASIC = "Basic aWQlM0ExOnMlMkZ4";

	private static final String ANSWER = """
			{"token_type":"bearer","expires_in":7200,"access_token":"at1","refresh_token":"rt1","scope":"tweet.read users.read offline.access"}
			""";

	private static final String ANA = """
			{"data":{"id":"2244","name":"Ana","username":"AnaKocht","protected":false,"verified_type":"blue",
			"profile_image_url":"https://pbs.twimg.com/profile_images/1/a_normal.jpg","public_metrics":{"followers_count":9001,
			"following_count":12,"tweet_count":300,"listed_count":4}}}
			""";

	private static final String REFUSED = """
			{"error":"invalid_request","error_description":"Value passed for the %s was invalid."}
			""";

	private static final Diagnosis DOWN = Diagnosis.of(DiagnosisKind.NETWORK_DOWN).at(XNetwork.ID);

	private final FarSide x = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@BeforeEach
	void prepare() {
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.x.api-url", this.x.address());
		this.settings.put("spring.security.oauth2.client.registration.x.client-id", "id:1");
		this.settings.put("spring.security.oauth2.client.registration.x.client-secret", "s/x");
		this.settings.put("spring.security.oauth2.client.provider.x.token-uri", this.x.address() + TOKEN);
	}

	@AfterEach
	void close() {
		this.x.close();
		this.context.close();
	}

	@Test
	void exchangesTheCodeWithBasicAndVerifier() {
		this.x.answer(TOKEN, 200, ANSWER);
		OAuth2AuthorizationRequest asked = departure();
		assertThat(asked.getAuthorizationRequestUri()).contains("code_challenge_method=S256", "code_challenge=",
				"scope=offline.access%20tweet.read%20users.read");
		assertThat(signIn(asked)).satisfies((signedIn) -> {
			assertThat(signedIn.getAccessToken()).isNotNull()
				.satisfies((token) -> assertThat(token.getScopes()).containsExactlyInAnyOrder("tweet.read",
						"users.read", "offline.access"));
			assertThat(signedIn.getRefreshToken()).isNotNull();
		});
		String verifier = asked.getAttribute("code_verifier");
		assertThat(verifier).isNotBlank();
		assertThat(this.x.asked()).singleElement().satisfies((call) -> {
			assertThat(call.method()).isEqualTo("POST");
			assertThat(call.headers()).containsEntry("Authorization", BASIC);
			assertThat(call.parameters()).isEqualTo(Map.of("grant_type", "authorization_code", "code", "c+/=1",
					"redirect_uri", CALLBACK, "code_verifier", verifier));
		});
	}

	@Test
	@DisplayName("M-18: with a refresh token there is no deadline")
	void keepsWhatTheSignInGave() {
		this.x.answer(TOKEN, 200, ANSWER).answer(ME, 200, ANA);
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.userId()).isEqualTo("2244");
			assertThat(grant.userName()).isEqualTo("Ana");
			assertThat(grant.access()).isEqualTo(new TokenValue("at1"));
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plus(Duration.ofHours(2)));
			assertThat(grant.refresh()).isEqualTo(new TokenValue("rt1"));
			assertThat(grant.deadline()).isNull();
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.NONE);
		});
		assertThat(this.x.asked(ME)).singleElement()
			.satisfies((call) -> assertThat(call.headers()).containsEntry("Authorization", "Bearer at1"));
	}

	@Test
	@DisplayName("N-2: without a refresh token the access token's end is the deadline")
	void knowsTheDeadlineOfAGrantWithoutRefresh() {
		this.x.answer(TOKEN, 200,
				"{\"expires_in\":\"3600\",\"access_token\":\"at1\",\"scope\":[\"tweet.read\",\"users.read\",\"offline.access\"]}")
			.answer(ME, 200, ANA);
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofHours(1)));
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`',
			textBlock = """
					{"access_token":"at1","refresh_token":"rt1"} -> 7200
					{"access_token":"at1","refresh_token":"rt1","expires_in":"60","token_type":null,"new":{"a":[1]}} -> 60
					{"access_token":"at1","refresh_token":"rt1","expires_in":-5,"scope":""} -> 7200
					{"access_token":"at1","refresh_token":"rt1","expires_in":90,"scope":"tweet.read,users.read,offline.access"} -> 90
					""")
	void acceptsLooseTokenAnswers(String answer, long life) {
		this.x.answer(TOKEN, 200, answer).answer(ME, 200, ANA);
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.scopes()).containsExactlyInAnyOrder("tweet.read", "users.read", "offline.access");
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(life));
			assertThat(grant.deadline()).isNull();
		});
	}

	@Test
	@DisplayName("I-9: a permission that is missing is named before anything else is asked")
	void namesMissingPermissions() {
		this.x.answer(TOKEN, 200, "{\"access_token\":\"at1\",\"scope\":\"users.read\"}");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::complete)
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED,
					"permissions", "permission.x.tweet-read,permission.x.offline-access")));
		assertThat(this.x.asked(ME)).isEmpty();
	}

	@Test
	void tellsAStaleCodeFromTrouble() {
		this.x.answer(TOKEN, 400, REFUSED.formatted("authorization code"));
		assertFails(Diagnosis.of(DiagnosisKind.STOPPED).at(XNetwork.ID), this::complete);
		this.x.forget(TOKEN)
			.answer(TOKEN, 401,
					"{\"error\":\"unauthorized_client\",\"error_description\":\"Missing valid authorization header\"}");
		assertFails(DOWN, this::complete);
	}

	@Test
	void refusesTokenAnswersWithoutAToken() {
		this.x.answer(TOKEN, 200, "{\"token_type\":\"bearer\"}")
			.answer(TOKEN, 200, "{\"access_token\":\"\"}")
			.answer(TOKEN, 200, "[]");
		for (int turn = 0; turn < 3; turn++) {
			assertFails(DOWN, this::complete);
		}
	}

	@Test
	@DisplayName("P-6: X tells no kind of account, and privacy")
	void readsTheProfile() {
		this.x.answer(ME, 200, ANA);
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			Profile profile = channel.profile();
			assertThat(profile.externalId()).isEqualTo("2244");
			assertThat(profile.handle()).isEqualTo("AnaKocht");
			assertThat(profile.displayName()).isEqualTo("Ana");
			assertThat(profile.isPublic()).isTrue();
			assertThat(profile.accountType()).isNull();
			assertThat(profile.figures())
				.isEqualTo(Map.of("followers", 9001L, "following_count", 12L, "tweet_count", 300L, "listed_count", 4L));
			assertThat(profile.picture()).isEqualTo(URI.create("https://pbs.twimg.com/profile_images/1/a_400x400.jpg"));
		});
		assertThat(this.x.asked(ME)).singleElement()
			.satisfies((call) -> assertThat(call.parameters().get("user.fields")).contains("profile_image_url",
					"protected", "public_metrics"));
	}

	@Test
	@DisplayName("P-5: a protected account is named and not read")
	void refusesProtectedAccounts() {
		this.x.answer(ME, 200, "{\"data\":{\"id\":2244,\"username\":\"anakocht\",\"protected\":\"true\"}}");
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.profile().isPublic()).isFalse();
			assertThat(channel.obstacle())
				.isEqualTo(Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", "@anakocht").at(XNetwork.ID));
		});
	}

	@Test
	void takesEverybodysPictureForNone() {
		this.x.answer(ME, 200,
				"{\"data\":{\"id\":\"1\",\"username\":\"a\",\"profile_image_url\":\"https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png\"}}");
		assertThat(reach().channels().getFirst().profile().picture()).isNull();
		assertThat(reach().channels().getFirst().profile().isPublic()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
			\\u202eevil\\u0000 \\u200bName -> evil Name
			\\ud83d\\udc69\\u200d\\ud83c\\udf73 Ana -> \ud83d\udc69\u200d\ud83c\udf73 Ana
			\\u0410\\u043d\\u0430 <b> -> \u0410\u043d\u0430 <b>
			""")
	void showsNamesOfEveryScript(String name, String shown) {
		this.x.answer(ME, 200, "{\"data\":{\"id\":\"1\",\"username\":\"a\",\"name\":\"" + name + "\"}}");
		assertThat(reach().channels().getFirst().profile().displayName()).isEqualTo(shown);
	}

	@Test
	@DisplayName("M-25: a locked or suspended account is said to be that")
	void namesAccountsThatXDoesNotOpen() {
		this.x.answer(ME, 403, "{\"errors\":[{\"code\":326,\"message\":\"locked\"}]}")
			.answer(ME, 403, "{\"errors\":[{\"code\":64,\"message\":\"suspended\"}]}")
			.answer(ME, 200, "{\"errors\":[{\"title\":\"Not Found Error\",\"type\":\".../resource-not-found\"}]}");
		for (int turn = 0; turn < 3; turn++) {
			assertFails(Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(XNetwork.ID), this::reach);
		}
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, STOPPED", "server_error, NETWORK_DOWN", "temporarily_unavailable, NETWORK_DOWN",
			"'', STOPPED", "<script>, STOPPED" })
	void tellsARefusalFromTroubleAtTheCallback(String error, DiagnosisKind kind) {
		assertThat(provider().denied(Map.of("error", error)).kind()).isEqualTo(kind);
	}

	@Test
	@DisplayName("N-3: a refresh token is used up, and the next one kept")
	void renewsByRotation() {
		assertThat(provider().renewal()).isEqualTo(RenewalModel.ROTATES);
		this.x.answer(TOKEN, 200,
				"{\"access_token\":\"at2\",\"refresh_token\":\"rt2\",\"expires_in\":7200,\"token_type\":\"bearer\"}");
		assertThat(provider().renew(grant("rt1"), registration())).satisfies((grant) -> {
			assertThat(grant.access()).isEqualTo(new TokenValue("at2"));
			assertThat(grant.refresh()).isEqualTo(new TokenValue("rt2"));
			assertThat(grant.userId()).isEqualTo("2244");
			assertThat(grant.scopes()).containsExactly("users.read");
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plus(Duration.ofHours(2)));
		});
		assertThat(this.x.asked()).singleElement().satisfies((call) -> {
			assertThat(call.headers()).containsEntry("Authorization", BASIC);
			assertThat(call.parameters()).isEqualTo(Map.of("grant_type", "refresh_token", "refresh_token", "rt1"));
		});
	}

	@Test
	@DisplayName("N-3: a refresh may take longer than other questions")
	void waitsLongerForTheNextToken() {
		this.settings.put("channelkeeper.network.answer-within", "1ms");
		this.x.answer(TOKEN, 200, ANSWER).answer(ME, 200, ANA);
		assertThat(provider().renew(grant("rt0"), registration()).refresh()).isEqualTo(new TokenValue("rt1"));
	}

	@Test
	void saysThatAUsedRefreshTokenIsRefused() {
		this.x.answer(TOKEN, 400, REFUSED.formatted("token"));
		assertFault(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED),
				() -> provider().renew(grant("rt1"), registration()));
		assertFault(new NetworkFault.TokenExpired(), () -> provider().renew(grant(null), registration()));
	}

	@Test
	@DisplayName("N-5: no credits, limits and trouble end no connection")
	void waitsOutWhatPasses() {
		this.x.answer(TOKEN, 402, "{\"title\":\"CreditsDepleted\",\"status\":402}")
			.answer(TOKEN, 429, "{}", "x-rate-limit-reset", "1795263300")
			.answer(TOKEN, 503, "")
			.answer(TOKEN, 200, "<html>")
			.answer(TOKEN, 401, "{\"error\":\"unauthorized_client\"}");
		for (int turn = 0; turn < 5; turn++) {
			assertThatExceptionOfType(NetworkFaultException.class)
				.isThrownBy(() -> provider().renew(grant("rt1"), registration()))
				.satisfies((ex) -> assertThat(ex.fault().isTemporary()).isTrue());
		}
	}

	@Test
	void givesBothTokensBack() {
		this.x.answer(REVOKE, 200, "{\"revoked\":true}");
		provider().giveBack(grant("rt1"), registration());
		assertThat(this.x.asked(REVOKE)).extracting((call) -> call.parameters().get("token"))
			.containsExactly("rt1", "at1");
		assertThat(this.x.asked(REVOKE))
			.allSatisfy((call) -> assertThat(call.headers()).containsEntry("Authorization", BASIC));
	}

	@Test
	void takesAccessThatIsGoneForGivenBack() {
		this.x.answer(REVOKE, 400, REFUSED.formatted("token"));
		assertThatCode(() -> provider().giveBack(grant("rt1"), registration())).doesNotThrowAnyException();
		this.x.forget(REVOKE).answer(REVOKE, 503, "{}");
		assertThatExceptionOfType(SignInFailedException.class)
			.isThrownBy(() -> provider().giveBack(grant("rt1"), registration()));
	}

	@Test
	void givesBackWhereTheOperatorSays() {
		this.settings.put("channelkeeper.provider.x.revoke-url", this.x.address() + "/elsewhere");
		this.x.answer("/elsewhere", 204, "");
		provider().giveBack(grant(null), registration());
		assertThat(this.x.asked("/elsewhere")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`',
			textBlock = """
					400 -> {"error":"invalid_request","error_description":"Value passed for the authorization code was invalid."} -> ACCEPTED
					401 -> {"error":"unauthorized_client","error_description":"Missing valid authorization header"} -> REFUSED
					401 -> {"error":"invalid_client"} -> REFUSED
					400 -> {"error":"invalid_request","error_description":"Missing required parameter [code]."} -> UNKNOWN
					429 -> {} -> UNKNOWN
					402 -> {} -> UNKNOWN
					503 -> {} -> UNKNOWN
					200 -> <html> -> UNKNOWN
					""")
	@DisplayName("B-12: credentials are tried with a code that nobody has")
	void checksCredentials(int status, String body, CredentialsState state) {
		this.x.answer(TOKEN, status, body);
		assertThat(provider().checkCredentials(registration())).isEqualTo(state);
	}

	@Test
	void looksStrangersUpByTheAppsToken() {
		this.settings.put("channelkeeper.network.x.bearer-token", "app-token");
		this.x.answer("/2/users/by/username/anakocht", 200, ANA)
			.answer("/2/users/by/username/nobody", 200,
					"{\"errors\":[{\"value\":\"nobody\",\"title\":\"Not Found Error\",\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]}")
			.answer("/2/users/by/username/refused", 401, "{\"title\":\"Unauthorized\",\"status\":401}");
		PublicLookup lookup = lookup();
		assertThat(lookup.isConfigured()).isTrue();
		assertThat(lookup.lender()).isNull();
		assertThat(lookup.find(address("anakocht"), null))
			.hasValueSatisfying((profile) -> assertThat(profile.externalId()).isEqualTo("2244"));
		assertThat(lookup.find(address("nobody"), null)).isEmpty();
		assertFault(new NetworkFault.Unexpected(), () -> lookup.find(address("refused"), null));
		assertThat(this.x.asked())
			.allSatisfy((call) -> assertThat(call.headers()).containsEntry("Authorization", "Bearer app-token"));
	}

	@Test
	void looksNobodyUpWithoutAToken() {
		this.settings.put("channelkeeper.network.x.bearer-token", "");
		assertThat(lookup().isConfigured()).isFalse();
	}

	@Test
	void bindsItsSettingsAndPrintsNoSecret() {
		Map<String, Object> variables = Map.of("CHANNELKEEPER_BASEURL", "https://channels.example.org",
				"CHANNELKEEPER_NETWORK_X_APIURL", "http://localhost:9090/x/api", "CHANNELKEEPER_NETWORK_X_BEARERTOKEN",
				"b-secret", "CHANNELKEEPER_NETWORK_X_CONSUMERSECRET", "c-secret", "CHANNELKEEPER_PROVIDER_X_REVOKEURL",
				"http://localhost:9090/revoke");
		this.context = TestNetworks.withEnvironment(variables);
		assertThat(this.context.getBean(XProperties.class)).satisfies((properties) -> {
			assertThat(properties.apiUrl()).hasToString("http://localhost:9090/x/api");
			assertThat(properties.bearerToken()).isEqualTo("b-secret");
			assertThat(properties.consumerSecret()).isEqualTo("c-secret");
			assertThat(properties.toString()).doesNotContain("secret");
		});
		assertThat(this.context.getBean(XProviderProperties.class).revokeUrl())
			.isEqualTo("http://localhost:9090/revoke");
	}

	@Test
	@DisplayName("N-5: whatever nonsense comes, it is X's trouble and nobody else's")
	void survivesAHostileFarSide() {
		this.settings.put("channelkeeper.network.answer-within", "500ms");
		for (String path : new String[] { ME, TOKEN }) {
			this.x.answer(path, 200, "<html><body>Sorry</body></html>", "Content-Type", "text/html")
				.answer(path, 200, "")
				.answer(path, 200, "{\"data\":{\"id\":\"22")
				.answer(path, 200, "{\"data\":\"none\"}")
				.answer(path, 200, "{\"data\":{\"id\":\"1\"}}")
				.answer(path, 200, "[]")
				.answer(path, 301, "", "Location", this.x.address() + "/elsewhere")
				.answer(path, 500, "{\"error\":{}}")
				.answer(path, 429, "")
				.answer(path, 402, "")
				.reset(path)
				.reset(path)
				.flood(path, 10_000_000)
				.stall(path);
		}
		for (int turn = 0; turn < 13; turn++) {
			assertFails(DOWN, this::reach);
			assertFails(DOWN, this::complete);
		}
		assertThat(this.x.asked("/elsewhere")).isEmpty();
	}

	@Test
	void saysHowLongXIsLimited() {
		this.x.answer(ME, 429, "", "x-rate-limit-reset", "1795263300");
		assertFails(Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", "2026-11-21T12:15:00Z").at(XNetwork.ID),
				this::reach);
	}

	private static void assertFails(Diagnosis diagnosis, Runnable step) {
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(step::run)
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(diagnosis));
	}

	private static void assertFault(NetworkFault fault, Runnable step) {
		assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(step::run)
			.satisfies((ex) -> assertThat(ex.fault()).isEqualTo(fault));
	}

	private Grant complete() {
		return provider().complete(CodeExchange.answer(signIn(departure())), registration());
	}

	private Reach reach() {
		return provider().reach(grant("rt1"), XNetwork.ID, registration());
	}

	private static Grant grant(@Nullable String refresh) {
		return new Grant("2244", "Ana", new TokenValue("at1"), null, (refresh != null) ? new TokenValue(refresh) : null,
				null, Set.of("users.read"), null, DeadlineSource.NONE);
	}

	private static ChannelAddress address(String handle) {
		return new ChannelAddress(XNetwork.ID, handle, handle, null, URI.create("https://x.com/" + handle));
	}

	private OAuth2AuthorizationRequest departure() {
		ClientRegistration registration = registration();
		var resolver = new DefaultOAuth2AuthorizationRequestResolver((id) -> registration, "/unused");
		resolver.setAuthorizationRequestCustomizer((builder) -> builder.parameters(
				(parameters) -> provider().dress(parameters, new AuthorizationWish(registration.getScopes(), false))));
		OAuth2AuthorizationRequest request = resolver.resolve(new MockHttpServletRequest(), "x");
		assertThat(request).isNotNull();
		return request;
	}

	private OAuth2AuthorizationCodeAuthenticationToken signIn(OAuth2AuthorizationRequest departure) {
		return CodeExchange.signIn(provider(), registration(), departure, "c+/=1");
	}

	private PublicLookup lookup() {
		provider();
		return this.context.getBean(XLookup.class);
	}

	private ClientRegistration registration() {
		return providers().registration(ID);
	}

	private SignInProvider provider() {
		return providers().get(ID);
	}

	private SignInProviders providers() {
		if (!this.context.isActive()) {
			this.context = TestNetworks.with(this.settings);
		}
		return this.context.getBean(SignInProviders.class);
	}

}
