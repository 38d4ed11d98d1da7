package io.channelkeeper.network.instagram;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.CodeExchange;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstagramProviderTests {

	private static final ProviderId ID = new ProviderId("instagram");

	private static final NetworkId INSTAGRAM = new NetworkId("instagram");

	private static final String CALLBACK = "https://channels.example.org/oauth/callback/instagram";

	private static final String BASIC = "instagram_business_basic";

	private static final String INSIGHTS = "instagram_business_manage_insights";

	private static final String TOKEN = "/oauth/access_token";

	private static final String LONG = "/graph/access_token";

	private static final String REFRESH = "/graph/refresh_access_token";

	private static final String ME = "/graph/me";

	private final FarSide instagram = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@BeforeEach
	void prepare() {
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.instagram.api-url", this.instagram.address() + "/graph");
		this.settings.put("spring.security.oauth2.client.registration.instagram.client-id", "6601");
		this.settings.put("spring.security.oauth2.client.registration.instagram.client-secret", "secret");
		this.settings.put("spring.security.oauth2.client.provider.instagram.token-uri",
				this.instagram.address() + TOKEN);
	}

	@AfterEach
	void close() {
		this.instagram.close();
		this.context.close();
	}

	@Test
	@DisplayName("N-4, H-22: the way without a page is the better one")
	void isTheRecommendedWay() {
		this.settings.put("spring.security.oauth2.client.registration.facebook.client-id", "5501");
		this.settings.put("spring.security.oauth2.client.registration.facebook.client-secret", "secret");
		providers();
		assertThat(this.context.getBean(Networks.class).ways(INSTAGRAM)).extracting(SignInWay::provider)
			.containsExactly(ID, new ProviderId("facebook"));
	}

	@Test
	void sendsTheCodeInAForm() {
		this.instagram.answer(TOKEN, getClass(), "code-listed.json");
		assertThat(signIn("A#b+c/d=&e").getAccessToken()).isNotNull()
			.extracting(OAuth2AccessToken::getTokenValue)
			.isEqualTo("IGS1");
		assertThat(this.instagram.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("POST");
			assertThat(asked.parameters()).isEqualTo(Map.of("client_id", "6601", "client_secret", "secret",
					"grant_type", "authorization_code", "redirect_uri", CALLBACK, "code", "A#b+c/d=&e"));
		});
	}

	@Test
	void leavesOutWhatInstagramWritesBehindTheCode() {
		this.instagram.answer(TOKEN, getClass(), "code-listed.json");
		signIn("AQB1#_");
		assertThat(this.instagram.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("code", "AQB1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "code-listed.json", "code-flat.json" })
	@DisplayName("3: listed or flat, permissions as text or list")
	void readsBothShapesOfTheShortToken(String file) {
		this.instagram.answer(TOKEN, getClass(), file);
		OAuth2AccessToken token = signIn("c").getAccessToken();
		assertThat(token).isNotNull();
		assertThat(token.getTokenValue()).isEqualTo("IGS1");
		assertThat(token.getScopes()).containsExactlyInAnyOrder(BASIC, INSIGHTS);
	}

	@Test
	@DisplayName("B-1: no deadline while it renews itself")
	void keepsTheLongTokenWithoutADeadline() {
		grants();
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.access().value()).isEqualTo("IGL1");
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(5183944));
			assertThat(grant.userId()).isEqualTo("1020000001");
			assertThat(grant.userName()).isEqualTo("anakocht");
			assertThat(grant.scopes()).containsExactlyInAnyOrder(BASIC, INSIGHTS);
			assertThat(grant.deadline()).isNull();
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.NONE);
		});
		assertThat(this.instagram.asked(LONG)).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).isEqualTo(
					Map.of("grant_type", "ig_exchange_token", "client_secret", "secret", "access_token", "IGS1")));
	}

	@Test
	@DisplayName("N-4: the token renews itself, and permissions are told anew")
	void renewsWithoutASecret() {
		this.instagram.answer(REFRESH, getClass(), "refreshed.json");
		Grant renewed = provider().renew(grant(), registration());
		assertThat(renewed.access().value()).isEqualTo("IGL2");
		assertThat(renewed.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(5127758));
		assertThat(renewed.userId()).isEqualTo("1020000001");
		assertThat(renewed.scopes()).containsExactlyInAnyOrder(BASIC, INSIGHTS);
		assertThat(this.instagram.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters())
				.isEqualTo(Map.of("grant_type", "ig_refresh_token", "access_token", "IGL1")));
	}

	@Test
	void keepsWhatARenewalDoesNotMention() {
		this.instagram.answer(REFRESH, 200, "{\"access_token\":\"IGL1\",\"expires_in\":5183944}");
		assertThat(provider().renew(grant(), registration()).scopes()).containsExactly(BASIC);
	}

	@Test
	void saysThatAnEndedTokenCannotBeRenewed() {
		this.instagram.answer(REFRESH, getClass(), "error-expired.json");
		assertThatExceptionOfType(NetworkFaultException.class)
			.isThrownBy(() -> provider().renew(grant(), registration()))
			.satisfies((ex) -> assertThat(ex.fault()).isEqualTo(new NetworkFault.TokenExpired()));
	}

	@Test
	void readsTheAccountByTheIdOfEveryWay() {
		this.instagram.answer(ME, getClass(), "me.json");
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isNull();
			assertThat(channel.profile().externalId()).isEqualTo("17841400000000011");
			assertThat(channel.profile().handle()).isEqualTo("anakocht");
			assertThat(channel.profile().displayName()).isEqualTo("Ana kocht");
			assertThat(channel.profile().accountType()).isEqualTo("media_creator");
			assertThat(channel.profile().isPublic()).isTrue();
			assertThat(channel.profile().figures())
				.isEqualTo(Map.of("followers", 8120L, "follows_count", 12L, "media_count", 412L));
			assertThat(channel.profile().picture())
				.isEqualTo(URI.create("https://scontent.cdninstagram.com/a.jpg?oe=6A25351E"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Business", "BUSINESS", "MEDIA_CREATOR", "Media_Creator", "SOMETHING_NEW" })
	void takesEveryTypeThatIsNotPersonal(String type) {
		account(type);
		assertThat(reach().channels()).singleElement().satisfies((channel) -> assertThat(channel.obstacle()).isNull());
	}

	@Test
	@DisplayName("P-6: a personal account is named as the reason")
	void namesAPersonalAccount() {
		account("Personal");
		assertThat(reach().channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.obstacle())
				.isEqualTo(Diagnosis.of(DiagnosisKind.PERSONAL_ACCOUNT)));
		this.instagram.forget(ME).answer(ME, getClass(), "error-not-business.json");
		assertThat(reach()).isEqualTo(new Reach(java.util.List.of(), Diagnosis.of(DiagnosisKind.PERSONAL_ACCOUNT)));
	}

	@Test
	void neverTakesTheIdMadeForThisApp() {
		this.instagram.answer(ME, 200, "{\"id\":\"1020000001\",\"username\":\"anakocht\"}");
		assertThat(failureOf(this::reach)).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
	}

	@Test
	void dressesTheAddressForInstagram() {
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("scope", "a b", "state", "s"));
		provider().dress(parameters, new AuthorizationWish(Set.of(INSIGHTS, BASIC), false));
		assertThat(parameters).isEqualTo(Map.of("scope", BASIC + "," + INSIGHTS, "state", "s"));
	}

	@Test
	@DisplayName("B-5: after the wrong account Instagram asks for the login anew")
	void letsAnotherAccountLogIn() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		provider().dress(parameters, new AuthorizationWish(Set.of(BASIC), false, true));
		assertThat(parameters).containsEntry("force_authentication", "1");
	}

	@Test
	@DisplayName("I-9: a refusal at Instagram")
	void tellsARefusalFromTrouble() {
		assertThat(provider().denied(Map.of("error", "access_denied", "error_reason", "user_denied")).kind())
			.isEqualTo(DiagnosisKind.STOPPED);
		assertThat(provider().denied(Map.of("error", "server_error")).kind()).isEqualTo(DiagnosisKind.NETWORK_DOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "error-code-used.json", "error-code-old.json" })
	void saysThatACodeIsOfNoUse(String file) {
		this.instagram.answer(TOKEN, getClass(), file);
		assertThat(failureOf(() -> signIn("c"))).isEqualTo(Diagnosis.of(DiagnosisKind.STOPPED));
	}

	@Test
	@DisplayName("B-12: wrong credentials are told from a wrong code")
	void checksTheCredentials() {
		this.instagram.answer(TOKEN, getClass(), "error-code-used.json")
			.answer(TOKEN, getClass(), "error-app.json")
			.answer(TOKEN, 400, "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Something else\"}")
			.answer(TOKEN, 500, "")
			.answer(TOKEN, 200, "<html></html>");
		assertThat(credentials()).isEqualTo(CredentialsState.ACCEPTED);
		assertThat(credentials()).isEqualTo(CredentialsState.REFUSED);
		assertThat(credentials()).isEqualTo(CredentialsState.UNKNOWN);
		assertThat(credentials()).isEqualTo(CredentialsState.UNKNOWN);
		assertThat(credentials()).isEqualTo(CredentialsState.UNKNOWN);
	}

	@Test
	void forgetsLocallyBecauseInstagramHasNoAddressForIt() {
		provider().giveBack(grant(), registration());
		assertThat(this.instagram.asked()).isEmpty();
	}

	@Test
	@DisplayName("N-5: whatever nonsense comes, it is Instagram's trouble and nobody else's")
	void survivesAHostileFarSide() {
		this.settings.put("channelkeeper.network.answer-within", "500ms");
		for (String path : new String[] { TOKEN, LONG, ME }) {
			this.instagram.answer(path, 200, "<html><body>Sorry</body></html>", "Content-Type", "text/html")
				.answer(path, 200, "")
				.answer(path, 200, "{\"data\":[{\"access_tok")
				.answer(path, 200, "{\"data\":\"none\"}")
				.answer(path, 200, "{\"data\":[]}")
				.answer(path, 200, "[]")
				.answer(path, 301, "", "Location", this.instagram.address() + "/elsewhere")
				.answer(path, 500, "{\"error\":{}}")
				.answer(path, 429, "")
				.reset(path)
				.reset(path)
				.flood(path, 10_000_000)
				.stall(path);
		}
		for (int turn = 0; turn < 12; turn++) {
			Diagnosis down = Diagnosis.of(DiagnosisKind.NETWORK_DOWN);
			assertThat(failureOf(() -> signIn("c"))).isEqualTo(down);
			assertThat(failureOf(this::complete)).isEqualTo(down);
			assertThat(failureOf(this::reach)).isEqualTo(down);
		}
		assertThat(this.instagram.asked("/elsewhere")).isEmpty();
	}

	@Test
	@DisplayName("I-9: nobody knows what was granted if the answer is silent")
	void connectsNothingWithoutPermissions() {
		this.instagram.answer(TOKEN, 200, "{\"access_token\":\"IGS1\",\"user_id\":1020000001}");
		assertThat(failureOf(() -> signIn("c"))).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
	}

	@Test
	void saysHowLongInstagramIsLimited() {
		this.instagram.answer(ME, 403, """
				{"error":{"message":"(#80002) Too many calls","type":"OAuthException","code":80002}}""",
				"X-Business-Use-Case-Usage",
				"{\"178\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":19}]}");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::reach)
			.extracting(SignInFailedException::diagnosis, InstanceOfAssertFactories.type(Diagnosis.class))
			.isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", "2026-11-21T12:19:00Z"));
	}

	private void grants() {
		this.instagram.answer(LONG, getClass(), "long.json").answer(ME, getClass(), "me.json");
	}

	private void account(String type) {
		this.instagram.forget(ME)
			.answer(ME, 200,
					"{\"user_id\":17841400000000011,\"username\":\"anakocht\",\"account_type\":\"" + type + "\"}");
	}

	private Diagnosis failureOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
		SignInFailedException[] thrown = new SignInFailedException[1];
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(work).satisfies((ex) -> thrown[0] = ex);
		return thrown[0].diagnosis();
	}

	private CredentialsState credentials() {
		return provider().checkCredentials(registration());
	}

	private Grant complete() {
		return provider().complete(OAuth2AccessTokenResponse.withToken("IGS1")
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.scopes(Set.of(BASIC, INSIGHTS))
			.build(), registration());
	}

	private Reach reach() {
		return provider().reach(grant(), INSTAGRAM, registration());
	}

	private static Grant grant() {
		return new Grant("1020000001", "anakocht", new TokenValue("IGL1"), Instant.MAX, null, null, Set.of(BASIC), null,
				DeadlineSource.NONE);
	}

	private OAuth2AuthorizationCodeAuthenticationToken signIn(String code) {
		return CodeExchange.signIn(provider(), registration(), code);
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
