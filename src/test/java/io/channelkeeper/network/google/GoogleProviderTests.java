package io.channelkeeper.network.google;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GoogleProviderTests {

	private static final ProviderId ID = new ProviderId("google");

	private static final NetworkId YOUTUBE = new NetworkId("youtube");

	private static final NetworkId BUSINESS = new NetworkId("google-business");

	private static final String CALLBACK = "https://channels.example.org/oauth/callback/google";

	private static final String READ = "https://www.googleapis.com/auth/youtube.readonly";

	private static final String INSIGHTS = "https://www.googleapis.com/auth/yt-analytics.readonly";

	private static final String MANAGE = "https://www.googleapis.com/auth/business.manage";

	private static final String CHANNELS = "/youtube/v3/channels";

	private static final String ANA = """
			{"kind":"youtube#channelListResponse","items":[{"id":"UCx1","snippet":{"title":"Ana Kocht","customUrl":"@anakocht",
			"thumbnails":{"default":{"url":"https://yt3.ggpht.com/a=s88"},"high":{"url":"https://yt3.ggpht.com/a=s800"}}},
			"statistics":{"subscriberCount":"15200","hiddenSubscriberCount":false,"videoCount":"88","viewCount":910233},
			"status":{"privacyStatus":"public","madeForKids":false}}],"surprise":[{"a":1}]}""";

	private final FarSide google = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@BeforeEach
	void prepare() {
		String address = this.google.address();
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.youtube.api-url", address + "/youtube/v3");
		this.settings.put("channelkeeper.network.google-business.account-api-url", address + "/account");
		this.settings.put("channelkeeper.network.google-business.information-api-url", address + "/information");
		this.settings.put("channelkeeper.provider.google.revoke-url", address + "/revoke");
		this.settings.put("spring.security.oauth2.client.registration.google.client-id", "5501.apps");
		this.settings.put("spring.security.oauth2.client.registration.google.client-secret", "secret");
		this.settings.put("spring.security.oauth2.client.provider.google.token-uri", address + "/token");
	}

	@AfterEach
	void close() {
		this.google.close();
		this.context.close();
	}

	@Test
	void asksEachNetworkForItsOwnPermissions() {
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("scope", "x", "state", "s"));
		provider().dress(parameters, new AuthorizationWish(Set.of(MANAGE), false));
		assertThat(parameters).isEqualTo(Map.of("scope", "openid " + MANAGE, "state", "s", "access_type", "offline",
				"prompt", "consent", "include_granted_scopes", "true"));
		assertThat(provider().ways()).extracting((way) -> way.network().value())
			.containsExactly("youtube", "google-business");
		assertThat(provider().ways()).allSatisfy((way) -> assertThat(way.refusesInAppBrowser()).isTrue());
	}

	@Test
	@DisplayName("B-5: after the wrong account Google lets the person choose")
	void letsAnotherAccountBeChosen() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		provider().dress(parameters, new AuthorizationWish(Set.of(READ), false, true));
		assertThat(parameters).containsEntry("prompt", "select_account consent");
	}

	@Test
	void exchangesTheCodeThroughSpringSecurity() {
		token("{\"access_token\":\"ya29.a\",\"expires_in\":3599,\"refresh_token\":\"1//r\",\"scope\":\"" + READ
				+ "\",\"token_type\":\"Bearer\"}");
		OAuth2AuthorizationCodeAuthenticationToken signedIn = signIn("4/0A#b+c/d=&e");
		assertThat(signedIn.getAccessToken()).isNotNull()
			.extracting(OAuth2AccessToken::getScopes)
			.isEqualTo(Set.of(READ));
		assertThat(this.google.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("POST");
			assertThat(asked.parameters()).isEqualTo(
					Map.of("grant_type", "authorization_code", "client_id", "5501.apps", "client_secret", "secret",
							"redirect_uri", CALLBACK, "code", "4/0A#b+c/d=&e", "code_verifier", CodeExchange.VERIFIER));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a b\"", "\"a,b\"", "[\"a\",\"b\"]", "\" a  b \"" })
	void readsPermissionsInEveryForm(String scope) {
		token("{\"access_token\":\"ya29.a\",\"scope\":" + scope + ",\"expires_in\":\"3599\",\"unknown\":{}}");
		OAuth2AccessToken access = Objects.requireNonNull(signIn("c").getAccessToken());
		assertThat(access.getScopes()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void takesWhatWasAskedWhereNothingIsSaid() {
		token("{\"access_token\":\"ya29.a\"}");
		OAuth2AccessToken access = Objects.requireNonNull(signIn("c").getAccessToken());
		assertThat(access.getScopes()).containsExactlyInAnyOrder(READ, INSIGHTS);
	}

	@Test
	@DisplayName("N-2: there is no deadline, unless Google names one")
	void readsTheDeadline() {
		Grant kept = complete(Map.of("id_token", idToken("5501.apps", "1100"), "expires_in", "3599"), READ);
		assertThat(kept.deadline()).isNull();
		assertThat(kept.deadlineSource()).isEqualTo(DeadlineSource.NONE);
		assertThat(kept.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(3599));
		Grant testing = complete(Map.of("id_token", idToken("5501.apps", "1100"), "refresh_token_expires_in", "604799"),
				READ);
		assertThat(testing.deadline()).isEqualTo(TestNetworks.NOW.plusSeconds(604799));
		assertThat(testing.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		assertThat(testing.refreshExpiresAt()).isEqualTo(testing.deadline());
	}

	@Test
	void endsWithTheHourWithoutARefreshToken() {
		Grant grant = provider().complete(
				answer(Map.of("id_token", idToken("5501.apps", "1100")), READ).refreshToken(null).build(),
				registration());
		assertThat(grant.refresh()).isNull();
		assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plusSeconds(3599));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
	}

	@Test
	void knowsThePersonByGooglesNumber() {
		assertThat(complete(Map.of("id_token", idToken("5501.apps", "1100")), READ).userId()).isEqualTo("1100");
		assertThat(this.google.asked()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.b", "a.!!!.c", "a.e30.c", "OTHER" })
	void takesTheChannelWhereGoogleTellsNoNumber(String idToken) {
		this.google.answer(CHANNELS, 200, ANA);
		String token = idToken.equals("OTHER") ? idToken("another.apps", "1100") : idToken;
		assertThat(complete(Map.of("id_token", token), READ).userId()).isEqualTo("UCx1");
	}

	@Test
	void takesTheAccountOfGoogleBusiness() {
		this.google.answer("/account/v1/accounts", 200, "{\"accounts\":[{\"name\":\"accounts/101\"}]}");
		assertThat(complete(Map.of(), MANAGE).userId()).isEqualTo("accounts/101");
	}

	@Test
	void invitesNobodyWhereNothingIsReached() {
		this.google.answer(CHANNELS, 200, "{\"items\":[]}");
		assertThat(complete(Map.of(), READ).userId()).startsWith("token:").doesNotContain("ya29");
		assertThat(complete(Map.of(), INSIGHTS).userId()).startsWith("token:");
	}

	@Test
	void readsTheChannel() {
		this.google.answer(CHANNELS, 200, ANA);
		assertThat(reach(YOUTUBE).channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isNull();
			assertThat(channel.profile().externalId()).isEqualTo("UCx1");
			assertThat(channel.profile().handle()).isEqualTo("anakocht");
			assertThat(channel.profile().otherHandles()).containsExactly("UCx1");
			assertThat(channel.profile().displayName()).isEqualTo("Ana Kocht");
			assertThat(channel.profile().isPublic()).isTrue();
			assertThat(channel.profile().accountType()).isNull();
			assertThat(channel.profile().figures())
				.isEqualTo(Map.of("followers", 15200L, "videos", 88L, "views", 910233L));
			assertThat(channel.profile().picture()).isEqualTo(URI.create("https://yt3.ggpht.com/a=s800"));
		});
		assertThat(this.google.asked(CHANNELS)).singleElement().satisfies((asked) -> {
			assertThat(asked.parameters()).containsEntry("mine", "true").doesNotContainKey("access_token");
			assertThat(asked.headers()).containsEntry("Authorization", "Bearer ya29.a");
		});
	}

	@Test
	void readsAChannelThatSaysLittle() {
		this.google.answer(CHANNELS, 200,
				"""
						{"items":[{"id":"UCx2"},{"id":"UCx3","snippet":{"title":"\\u202eevil\\u0000 \\ud83c\\udf5c","customUrl":"ana.alt"},
						"statistics":{"subscriberCount":"0","hiddenSubscriberCount":true,"viewCount":"7"},"status":{"privacyStatus":"private"}},{"noid":1}]}""");
		assertThat(reach(YOUTUBE).channels()).extracting(ReachedChannel::profile).satisfiesExactly((bare) -> {
			assertThat(bare.handle()).isEqualTo("UCx2");
			assertThat(bare.isPublic()).isNull();
			assertThat(bare.picture()).isNull();
		}, (hidden) -> {
			assertThat(hidden.handle()).isEqualTo("ana.alt");
			assertThat(hidden.displayName()).isEqualTo("evil \ud83c\udf5c");
			assertThat(hidden.isPublic()).isFalse();
			assertThat(hidden.figures()).isEqualTo(Map.of("views", 7L));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					200 | {"kind":"youtube#channelListResponse","pageInfo":{"totalResults":0}}
					200 | {"items":[]}
					401 | {"error":{"code":401,"message":"Unauthorized","errors":[{"domain":"youtube.header","reason":"youtubeSignupRequired"}]}}
					404 | {"error":{"code":404,"errors":[{"reason":"channelNotFound"}]}}
					""")
	@DisplayName("B-4: a Google account without a channel")
	void saysThatThereIsNoChannel(int status, String body) {
		this.google.answer(CHANNELS, status, body);
		assertThat(reach(YOUTUBE)).satisfies((reach) -> {
			assertThat(reach.channels()).isEmpty();
			assertThat(reach.whenNone()).isEqualTo(Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(YOUTUBE));
		});
	}

	@Test
	void followsPagesAndStopsInCircles() {
		this.google.answer(CHANNELS, 200, "{\"items\":[{\"id\":\"UC1\"}],\"nextPageToken\":\"p\"}")
			.answer(CHANNELS, 200, "{\"items\":[{\"id\":\"UC2\"}],\"nextPageToken\":\"p\"}");
		assertThat(reach(YOUTUBE).channels()).hasSize(2);
		assertThat(this.google.asked(CHANNELS)).hasSize(2)
			.last()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("pageToken", "p"));
	}

	@Test
	void readsEveryPlaceOfEveryAccount() {
		this.google
			.answer("/account/v1/accounts", 200,
					"{\"accounts\":[{\"name\":\"accounts/101\"},{\"name\":\"strange\"}],\"nextPageToken\":\"p2\"}")
			.answer("/account/v1/accounts", 200, "{\"accounts\":[{\"name\":\"accounts/102\"}]}")
			.answer("/information/v1/accounts/101/locations", 200,
					"{\"locations\":[{\"name\":\"locations/202\",\"title\":\"Ana Kocht Bistro\",\"metadata\":{\"placeId\":\"ChIJN1t_tDeuEmsR\",\"mapsUri\":\"https://maps.google.com/?cid=1\"}}],\"nextPageToken\":\"n\"}")
			.answer("/information/v1/accounts/101/locations", 200,
					"{\"locations\":[{\"name\":\"accounts/101/locations/203\",\"title\":\"See\",\"metadata\":{\"placeId\":\"ChIJN1t_tDeuEmsX\"}}]}")
			.answer("/information/v1/accounts/102/locations", 200,
					"{\"locations\":[{\"name\":\"locations/202\"},{\"name\":\"locations/204\"}]}");
		assertThat(reach(BUSINESS).channels()).extracting(ReachedChannel::profile).satisfiesExactly((bistro) -> {
			assertThat(bistro.externalId()).isEqualTo("locations/202");
			assertThat(bistro.handle()).isEqualTo("cid:1");
			assertThat(bistro.otherHandles()).contains("place_id:ChIJN1t_tDeuEmsR", "locations/202");
			assertThat(bistro.displayName()).isEqualTo("Ana Kocht Bistro");
			assertThat(bistro.isPublic()).isTrue();
			assertThat(bistro.figures()).isEmpty();
		}, (lake) -> {
			assertThat(lake.externalId()).isEqualTo("locations/203");
			assertThat(lake.handle()).isEqualTo("place_id:ChIJN1t_tDeuEmsX");
		}, (unmapped) -> assertThat(unmapped.handle()).isEqualTo("locations/204"));
		assertThat(this.google.asked("/information/v1/accounts/101/locations")).first()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("readMask",
					"name,title,storefrontAddress,metadata"));
	}

	@Test
	void refusedAccountsHideNoOthers() {
		String denied = "{\"error\":{\"code\":403,\"message\":\"The caller does not have permission\",\"status\":\"PERMISSION_DENIED\"}}";
		this.google.answer("/account/v1/accounts", 200,
				"{\"accounts\":[{\"name\":\"accounts/1\",\"accountName\":\"Palmer House\"},{\"name\":\"accounts/2\"}]}")
			.answer("/information/v1/accounts/1/locations", 403, denied)
			.answer("/information/v1/accounts/2/locations", 200, "{\"locations\":[{\"name\":\"locations/2\"}]}")
			.answer("/information/v1/accounts/2/locations", 200, "{}");
		assertThat(reach(BUSINESS).channels()).hasSize(1);
		assertThat(reach(BUSINESS).whenNone())
			.isEqualTo(Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", "Palmer House").at(BUSINESS));
	}

	@Test
	void saysThatThereIsNoPlace() {
		this.google.answer("/account/v1/accounts", 200, "{}");
		assertThat(reach(BUSINESS).whenNone()).isEqualTo(Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(BUSINESS));
	}

	@Test
	void namesThePermissionThatIsRefused() {
		this.google.answer(CHANNELS, 403, """
				{"error":{"code":403,"message":"Request had insufficient authentication scopes.",
				"errors":[{"domain":"global","reason":"insufficientPermissions"}],"status":"PERMISSION_DENIED"}}""");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(() -> reach(YOUTUBE))
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED,
					"permissions", "permission.google.youtube.readonly")));
	}

	@Test
	@DisplayName("I-9: a refusal at Google")
	void tellsARefusalFromTrouble() {
		assertThat(provider().denied(Map.of("error", "access_denied")).kind()).isEqualTo(DiagnosisKind.STOPPED);
		assertThat(provider().denied(Map.of("error", "temporarily_unavailable")).kind())
			.isEqualTo(DiagnosisKind.NETWORK_DOWN);
		assertThat(provider().denied(Map.of()).kind()).isEqualTo(DiagnosisKind.STOPPED);
	}

	@Test
	void stopsWhenACodeWasUsedOrIsTooOld() {
		this.google.answer("/token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(() -> signIn("c"))
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.STOPPED)));
	}

	@Test
	@DisplayName("N-2: renewing keeps the refresh token that the answer leaves out")
	void renewsWithTheSameRefreshToken() {
		token("{\"access_token\":\"ya29.b\",\"expires_in\":3599,\"scope\":\"" + READ + "\"}");
		Grant renewed = provider().renew(grant("1//r"), registration());
		assertThat(renewed.access()).isEqualTo(new TokenValue("ya29.b"));
		assertThat(renewed.refresh()).isEqualTo(new TokenValue("1//r"));
		assertThat(renewed.userId()).isEqualTo("1100");
		assertThat(renewed.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(3599));
		assertThat(renewed.deadlineSource()).isEqualTo(DeadlineSource.NONE);
		assertThat(this.google.asked("/token")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("grant_type", "refresh_token")
				.containsEntry("refresh_token", "1//r"));
	}

	@Test
	void renewsTowardsTheDeadlineThatGoogleNames() {
		token("{\"access_token\":\"ya29.b\",\"refresh_token\":\"1//s\",\"refresh_token_expires_in\":1000}");
		Grant renewed = provider().renew(grant("1//r"), registration());
		assertThat(renewed.refresh()).isEqualTo(new TokenValue("1//s"));
		assertThat(renewed.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofSeconds(1000)));
		assertThat(renewed.scopes()).containsExactly(READ);
	}

	@Test
	void cannotRenewWhatIsRevoked() {
		this.google.answer("/token", 400,
				"{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}");
		assertThatExceptionOfType(NetworkFaultException.class)
			.isThrownBy(() -> provider().renew(grant("1//r"), registration()))
			.satisfies((ex) -> assertThat(ex.fault()).isInstanceOf(NetworkFault.TokenRejected.class));
		assertThatExceptionOfType(NetworkFaultException.class)
			.isThrownBy(() -> provider().renew(grant(null), registration()))
			.satisfies((ex) -> assertThat(ex.fault()).isInstanceOf(NetworkFault.TokenExpired.class));
	}

	@Test
	void givesAccessBackByTheRefreshToken() {
		this.google.answer("/revoke", 200, "");
		provider().giveBack(grant("1//r"), registration());
		provider().giveBack(grant(null), registration());
		assertThat(this.google.asked("/revoke")).extracting((asked) -> asked.parameters().get("token"))
			.containsExactly("1//r", "ya29.a");
	}

	@Test
	void takesAccessThatIsGoneForGivenBack() {
		this.google.answer("/revoke", 400, "{\"error\":\"invalid_token\"}").answer("/revoke", 503, "");
		assertThatCode(() -> provider().giveBack(grant("1//r"), registration())).doesNotThrowAnyException();
		assertThatExceptionOfType(SignInFailedException.class)
			.isThrownBy(() -> provider().giveBack(grant("1//r"), registration()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | {"error":"invalid_grant"} | ACCEPTED
			401 | {"error":"invalid_client","error_description":"The OAuth client was not found."} | REFUSED
			401 | {"error":"unauthorized_client"} | REFUSED
			400 | {"error":"invalid_request"} | UNKNOWN
			500 | <html> | UNKNOWN
			200 | {"access_token":"?"} | UNKNOWN
			""")
	@DisplayName("B-12: wrong credentials are told from right ones")
	void checksCredentials(int status, String body, CredentialsState state) {
		this.google.answer("/token", status, body);
		assertThat(provider().checkCredentials(registration())).isEqualTo(state);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/token", CHANNELS, "/account/v1/accounts" })
	@DisplayName("N-5: whatever nonsense comes, it is Google's trouble and nobody else's")
	void survivesAHostileFarSide(String path) {
		this.settings.put("channelkeeper.network.answer-within", "500ms");
		this.google.answer(path, 200, "<html><body>Sorry</body></html>", "Content-Type", "text/html")
			.answer(path, 200, "")
			.answer(path, 200, "{\"items\":[{\"id\":\"200")
			.answer(path, 200, "[]")
			.answer(path, 301, "", "Location", this.google.address() + "/elsewhere")
			.answer(path, 500, "{\"error\":{}}")
			.answer(path, 200, "{\"error\":{\"code\":503,\"message\":\"Backend Error\"}}")
			.answer(path, 429, "")
			.reset(path)
			.reset(path)
			.flood(path, 10_000_000)
			.stall(path);
		// The client asks once more by itself after a reset.
		int resets = path.equals("/token") ? 12 : 11;
		for (int turn = 0; turn < resets; turn++) {
			assertThatExceptionOfType(SignInFailedException.class).isThrownBy(() -> ask(path)).satisfies((ex) -> {
				assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
				assertThat(ex).hasMessage("NETWORK_DOWN");
			});
		}
		assertThat(this.google.asked("/elsewhere")).isEmpty();
	}

	@Test
	void saysHowLongGoogleIsLimited() {
		this.google.answer(CHANNELS, 429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}", "Retry-After",
				"120");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(() -> reach(YOUTUBE))
			.satisfies((ex) -> assertThat(ex.diagnosis())
				.isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", "2026-11-21T12:02:00Z")));
	}

	@Test
	void bindsEveryAddressFromTheEnvironment() {
		Map<String, Object> variables = Map.of("CHANNELKEEPER_BASEURL", "https://channels.example.org",
				"CHANNELKEEPER_PROVIDER_GOOGLE_REVOKEURL", "http://localhost:1/revoke",
				"CHANNELKEEPER_NETWORK_YOUTUBE_APIURL", "http://localhost:2", "CHANNELKEEPER_NETWORK_YOUTUBE_APIKEY",
				"key", "CHANNELKEEPER_NETWORK_GOOGLEBUSINESS_ACCOUNTAPIURL", "http://localhost:3",
				"CHANNELKEEPER_NETWORK_GOOGLEBUSINESS_INFORMATIONAPIURL", "http://localhost:4");
		try (var bound = TestNetworks.withEnvironment(variables)) {
			assertThat(bound.getBean(GoogleProviderProperties.class).revokeUrl())
				.hasToString("http://localhost:1/revoke");
			assertThat(bound.getBean(YouTubeProperties.class)).satisfies((youTube) -> {
				assertThat(youTube.apiUrl()).hasToString("http://localhost:2");
				assertThat(youTube.apiKey()).isEqualTo("key");
				assertThat(youTube.toString()).doesNotContain("key");
			});
			assertThat(bound.getBean(GoogleBusinessProperties.class)).satisfies((business) -> {
				assertThat(business.accountApiUrl()).hasToString("http://localhost:3");
				assertThat(business.informationApiUrl()).hasToString("http://localhost:4");
			});
		}
	}

	private void ask(String path) {
		if (path.equals("/token")) {
			signIn("c");
		}
		else {
			reach(path.equals(CHANNELS) ? YOUTUBE : BUSINESS);
		}
	}

	private void token(String body) {
		this.google.answer("/token", 200, body);
	}

	private Grant complete(Map<String, Object> more, String... scopes) {
		return provider().complete(answer(more, scopes).build(), registration());
	}

	private static OAuth2AccessTokenResponse.Builder answer(Map<String, Object> more, String... scopes) {
		return OAuth2AccessTokenResponse.withToken("ya29.a")
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(3599)
			.refreshToken("1//r")
			.scopes(Set.of(scopes))
			.additionalParameters(more);
	}

	private static String idToken(String client, String subject) {
		String claims = "{\"aud\":\"" + client + "\",\"sub\":\"" + subject + "\"}";
		return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
	}

	private Reach reach(NetworkId network) {
		return provider().reach(grant("1//r"), network, registration());
	}

	private static Grant grant(@Nullable String refresh) {
		Instant end = TestNetworks.NOW.plusSeconds(60);
		return new Grant("1100", null, new TokenValue("ya29.a"), end,
				(refresh != null) ? new TokenValue(refresh) : null, null, Set.of(READ), null, DeadlineSource.NONE);
	}

	private OAuth2AuthorizationCodeAuthenticationToken signIn(String code) {
		ClientRegistration registration = registration();
		return CodeExchange.signIn(provider(), registration, CodeExchange.departure(registration, READ, INSIGHTS),
				code);
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
