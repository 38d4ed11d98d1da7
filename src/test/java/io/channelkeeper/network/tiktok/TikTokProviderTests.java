package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
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
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
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

class TikTokProviderTests {

	private static final ProviderId ID = new ProviderId("tiktok");

	private static final NetworkId TIKTOK = new NetworkId("tiktok");

	private static final String CALLBACK = "https://channels.example.org/oauth/callback/tiktok";

	private static final String TOKEN = "/v2/oauth/token/";

	private static final String REVOKE = "/v2/oauth/revoke/";

	private static final String USER = "/v2/user/info/";

	private static final Set<String> ALL = Set.of("user.info.basic", "user.info.profile", "user.info.stats");

	private final FarSide tiktok = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@BeforeEach
	void prepare() {
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.tiktok.api-url", this.tiktok.address());
		this.settings.put("channelkeeper.provider.tiktok.revoke-url", this.tiktok.address() + REVOKE);
		this.settings.put("spring.security.oauth2.client.registration.tiktok.client-id", "ck1");
		this.settings.put("spring.security.oauth2.client.registration.tiktok.client-secret", "secret");
		this.settings.put("spring.security.oauth2.client.provider.tiktok.token-uri", this.tiktok.address() + TOKEN);
	}

	@AfterEach
	void close() {
		this.tiktok.close();
		this.context.close();
	}

	@Test
	void callsTheClientByItsKeyAndWantsCommas() {
		Map<String, Object> parameters = new LinkedHashMap<>(
				Map.of("client_id", "ck1", "response_type", "code", "scope", "a b", "state", "s"));
		provider().dress(parameters, new AuthorizationWish(ALL, false));
		assertThat(parameters).isEqualTo(Map.of("client_key", "ck1", "response_type", "code", "state", "s", "scope",
				"user.info.basic,user.info.profile,user.info.stats"));
	}

	@Test
	@DisplayName("I-9: what was declined is asked for again")
	void showsTheSwitchesAgain() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		provider().dress(parameters, new AuthorizationWish(ALL, true));
		assertThat(parameters).containsEntry("disable_auto_auth", "1");
	}

	@Test
	void registersWithoutPkceAtTikToksAddresses() {
		this.settings.remove("spring.security.oauth2.client.provider.tiktok.token-uri");
		assertThat(registration()).satisfies((registration) -> {
			assertThat(registration.getClientSettings().isRequireProofKey()).isFalse();
			assertThat(registration.getRedirectUri()).isEqualTo(CALLBACK);
			assertThat(registration.getProviderDetails().getAuthorizationUri())
				.isEqualTo("https://www.tiktok.com/v2/auth/authorize/");
			assertThat(registration.getProviderDetails().getTokenUri())
				.isEqualTo("https://open.tiktokapis.com/v2/oauth/token/");
		});
	}

	@ParameterizedTest
	@CsvSource({ "aB3*1!4567.e1,aB3*1!4567.e1", "aB3%2A1%214567.e1,aB3*1!4567.e1", "a+b,a+b", "a%zz,a%zz" })
	void exchangesTheCodeByForm(String code, String sent) {
		this.tiktok.answer(TOKEN, getClass(), "token.json");
		assertThat(exchange(code).getAccessToken().getTokenValue()).isEqualTo("act.a1");
		assertThat(this.tiktok.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("POST");
			assertThat(asked.headers()).hasEntrySatisfying("Content-Type",
					(type) -> assertThat(type).startsWith("application/x-www-form-urlencoded"));
			assertThat(asked.parameters()).isEqualTo(Map.of("client_key", "ck1", "client_secret", "secret",
					"redirect_uri", CALLBACK, "code", sent, "grant_type", "authorization_code"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "token.json,PT2H,P180D", "token-older.json,PT24H,P365D", "token-words.json,PT2H,P180D" })
	@DisplayName("N-1, N-2: how long it lasts is what the answer says")
	void readsBothLivesFromTheAnswer(String file, Duration access, Duration refresh) {
		assertThat(signIn(file)).satisfies((grant) -> {
			assertThat(grant.userId()).isEqualTo("-000oid7");
			assertThat(grant.userName()).isEqualTo("Ana");
			assertThat(grant.access()).isEqualTo(new TokenValue("act.a1"));
			assertThat(grant.refresh()).isEqualTo(new TokenValue("rft.r1"));
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plus(access));
			assertThat(grant.refreshExpiresAt()).isEqualTo(TestNetworks.NOW.plus(refresh));
			assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(refresh));
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
			assertThat(grant.scopes()).containsExactlyInAnyOrder("user.info.basic", "user.info.stats");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", nullValues = "none",
			textBlock = """
					{"access_token":"a","expires_in":7200,"open_id":"o"} -> REPORTED -> PT2H
					{"access_token":"a","expires_in":7200,"refresh_token":"r","open_id":"o"} -> DERIVED -> PT2H
					{"access_token":"a","expires_in":7200,"refresh_token":"r","refresh_expires_in":0,"open_id":"o"} -> DERIVED -> PT2H
					{"access_token":"a","refresh_token":"r","refresh_expires_in":15552000,"open_id":"o"} -> REPORTED -> P180D
					{"access_token":"a","refresh_token":"r","refresh_expires_in":-5,"expires_in":"soon","open_id":"o"} -> NONE -> none
					{"access_token":"a","open_id":"o"} -> NONE -> none
					""")
	@DisplayName("N-2: what the answer leaves out is not made up")
	void takesTheLastMomentThatIsCertain(String answer, DeadlineSource source, @Nullable Duration life) {
		this.tiktok.answer(TOKEN, 200, answer).answer(USER, getClass(), "user.json");
		Grant grant = provider().complete(exchange("c"), registration());
		assertThat(grant.deadlineSource()).isEqualTo(source);
		assertThat(grant.deadline()).isEqualTo((life != null) ? TestNetworks.NOW.plus(life) : null);
	}

	@Test
	void takesWhatWasAskedWhereScopesAreNotTold() {
		this.tiktok.answer(TOKEN, 200, "{\"access_token\":\"a\",\"open_id\":7}").answer(USER, getClass(), "user.json");
		assertThat(provider().complete(exchange("c"), registration())).satisfies((grant) -> {
			assertThat(grant.scopes()).isEqualTo(ALL);
			assertThat(grant.userId()).isEqualTo("7");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"user.info.basic,user.info.stats\"", "\"user.info.basic user.info.stats\"",
			"[\"user.info.basic\",\"user.info.stats\"]", "\" user.info.stats , user.info.basic,\"" })
	void readsScopesHoweverTheyAreListed(String scope) {
		this.tiktok.answer(TOKEN, 200, "{\"access_token\":\"a\",\"open_id\":\"o\",\"scope\":" + scope + "}")
			.answer(USER, getClass(), "user.json");
		assertThat(provider().complete(exchange("c"), registration()).scopes())
			.containsExactlyInAnyOrder("user.info.basic", "user.info.stats");
	}

	@Test
	@DisplayName("I-9: without any of the permissions the user is not asked about")
	void asksNobodyWithoutPermission() {
		this.tiktok.answer(TOKEN, 200, "{\"access_token\":\"a\",\"open_id\":\"o\",\"scope\":\"user.info.stats\"}");
		assertThat(provider().complete(exchange("c"), registration())).satisfies((grant) -> {
			assertThat(grant.scopes()).containsExactly("user.info.stats");
			assertThat(grant.userName()).isNull();
		});
		assertThat(this.tiktok.asked(USER)).isEmpty();
	}

	@Test
	void readsTheAccountAndItsFigures() {
		this.tiktok.answer(USER, getClass(), "user.json");
		assertThat(reach(ALL).channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isNull();
			Profile profile = channel.profile();
			assertThat(profile.externalId()).isEqualTo("-000oid7");
			assertThat(profile.handle()).isEqualTo("ana.kocht");
			assertThat(profile.displayName()).isEqualTo("Ana");
			assertThat(profile.isPublic()).isNull();
			assertThat(profile.accountType()).isNull();
			assertThat(profile.figures()).isEqualTo(
					Map.of("followers", 51200L, "following_count", 12L, "likes_count", 904000L, "video_count", 77L));
			assertThat(profile.picture())
				.isEqualTo(URI.create("https://p16-sign.tiktokcdn.com/l.jpeg?x-expires=1795435200&x-signature=a%2Bb"));
		});
		assertThat(this.tiktok.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.headers()).containsEntry("Authorization", "Bearer act.a1");
			assertThat(asked.parameters().get("fields")).isEqualTo("open_id,display_name,avatar_large_url,avatar_url,"
					+ "username,profile_deep_link,follower_count,following_count,likes_count,video_count");
		});
	}

	@Test
	void asksOnlyForWhatWasGranted() {
		this.tiktok.answer(USER, getClass(), "user.json");
		reach(Set.of("user.info.profile", "video.list"));
		assertThat(this.tiktok.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("fields", "username,profile_deep_link"));
	}

	@Test
	@DisplayName("B-5: a name that anybody can take never stands for the handle")
	void neverTakesTheDisplayNameForAHandle() {
		this.tiktok.answer(USER, 200, user("\"open_id\":\"o\",\"display_name\":\"anakocht\""));
		assertThat(reach(Set.of("user.info.basic", "user.info.stats")).channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.obstacle()).isEqualTo(declined("profile")));
	}

	@Test
	void findsTheHandleInTheProfilesAddress() {
		this.tiktok.answer(USER, 200, user("\"profile_deep_link\":\"https://www.tiktok.com/@ana.kocht?_t=1\""));
		assertThat(reach(ALL).channels().getFirst().profile()).satisfies((profile) -> {
			assertThat(profile.handle()).isEqualTo("ana.kocht");
			assertThat(profile.externalId()).isEqualTo("-000oid7");
		});
	}

	@Test
	void cleansNamesOfEveryKind() {
		this.tiktok.answer(USER, 200, user(
				"\"username\":\"a\u202en\u0430\\u0000\",\"display_name\":\"\u202e \u0639\u0645\u0631 \ud83d\ude00\","
						+ "\"follower_count\":\"1220000\",\"new_count\":1.5,\"avatar_url\":\"\",\"later\":{\"a\":[1]}"));
		assertThat(reach(ALL).channels().getFirst().profile()).satisfies((profile) -> {
			assertThat(profile.handle()).isEqualTo("an\u0430");
			assertThat(profile.displayName()).isEqualTo("\u0639\u0645\u0631 \ud83d\ude00");
			assertThat(profile.figures()).isEqualTo(Map.of("followers", 1220000L));
			assertThat(profile.picture()).isNull();
		});
	}

	@Test
	void takesNamesOfDigitsForNames() {
		this.tiktok.answer(USER, 200, user("\"username\":\"2026\",\"display_name\":\"7\",\"video_count\":3"));
		assertThat(reach(ALL).channels().getFirst().profile()).satisfies((profile) -> {
			assertThat(profile.handle()).isEqualTo("2026");
			assertThat(profile.figures()).isEqualTo(Map.of("video_count", 3L));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					The user did not authorize the scope required user.info.stats -> permission.tiktok.stats
					The user did not authorize the scope required for completing this request. -> permission.tiktok.basic,permission.tiktok.profile,permission.tiktok.stats
					""")
	@DisplayName("I-9: a permission that is missed only later is named too")
	void namesThePermissionThatTikTokMisses(String message, String keys) {
		this.tiktok.answer(USER, 401, error("scope_not_authorized", message));
		assertThat(failureOf(() -> reach(ALL)))
			.isEqualTo(Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions", keys));
	}

	@ParameterizedTest
	@CsvSource({ "access_denied,STOPPED", "invalid_scope,STOPPED", "'',STOPPED", "server_error,NETWORK_DOWN",
			"temporarily_unavailable,NETWORK_DOWN", "rate_limit_exceeded,NETWORK_DOWN" })
	void tellsARefusalFromTrouble(String error, DiagnosisKind kind) {
		assertThat(provider().denied(Map.of("error", error, "error_description", "<b>")).kind()).isEqualTo(kind);
		assertThat(provider().denied(Map.of()).kind()).isEqualTo(DiagnosisKind.STOPPED);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			200 -> invalid_grant -> STOPPED
			400 -> invalid_grant -> STOPPED
			200 -> access_denied -> STOPPED
			200 -> invalid_client -> NETWORK_DOWN
			401 -> unauthorized_client -> NETWORK_DOWN
			200 -> invalid_request -> NETWORK_DOWN
			200 -> unsupported_grant_type -> NETWORK_DOWN
			200 -> server_error -> NETWORK_DOWN
			200 -> something_new -> NETWORK_DOWN
			""")
	@DisplayName("B-4: a code used twice or too late, and what else TikTok refuses with HTTP 200")
	void readsRefusalsWhereTokensAreHandedOut(int status, String error, DiagnosisKind kind) {
		this.tiktok.answer(TOKEN, status, oauthError(error));
		assertThat(failureOf(() -> exchange("c"))).isEqualTo(Diagnosis.of(kind));
	}

	@Test
	@DisplayName("N-3: a refresh gives the next refresh token and its new end")
	void renewsWithTheNextRefreshToken() {
		this.tiktok.answer(TOKEN, 200, """
				{"access_token":"act.a2","expires_in":86400,"open_id":"-000oid7","refresh_expires_in":31536000,
				"refresh_token":"rft.r2","scope":"user.info.basic","token_type":"Bearer"}""");
		assertThat(provider().renewal()).isEqualTo(RenewalModel.ROTATES);
		assertThat(provider().renew(grant(ALL), registration())).satisfies((grant) -> {
			assertThat(grant.access()).isEqualTo(new TokenValue("act.a2"));
			assertThat(grant.refresh()).isEqualTo(new TokenValue("rft.r2"));
			assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofDays(365)));
			assertThat(grant.userName()).isEqualTo("Ana");
			assertThat(grant.scopes()).containsExactly("user.info.basic");
		});
		assertThat(this.tiktok.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).isEqualTo(Map.of("client_key", "ck1", "client_secret",
					"secret", "grant_type", "refresh_token", "refresh_token", "rft.r1")));
	}

	@Test
	@DisplayName("N-3: nobody gives up waiting for the only next token")
	void waitsLongerForARefreshThanForAnythingElse() {
		this.settings.put("channelkeeper.network.answer-within", "1ns");
		this.tiktok.answer(TOKEN, getClass(), "token.json");
		assertThat(failureOf(() -> exchange("c")).kind()).isEqualTo(DiagnosisKind.NETWORK_DOWN);
		assertThat(provider().renew(grant(ALL), registration()).access()).isEqualTo(new TokenValue("act.a1"));
	}

	@Test
	void keepsWhatARefreshLeavesOut() {
		this.tiktok.answer(TOKEN, 200, "{\"access_token\":\"act.a2\",\"expires_in\":\"7200\"}");
		assertThat(provider().renew(grant(ALL), registration())).satisfies((grant) -> {
			assertThat(grant.refresh()).isEqualTo(new TokenValue("rft.r1"));
			assertThat(grant.scopes()).isEqualTo(ALL);
			assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plusSeconds(500));
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(7200));
		});
	}

	@ParameterizedTest
	@CsvSource({ "200,invalid_grant", "401,access_token_invalid", "400,invalid_grant" })
	void saysWhenARefreshTokenIsDead(int status, String code) {
		this.tiktok.answer(TOKEN, status, oauthError(code));
		assertThat(faultOf(() -> provider().renew(grant(ALL), registration())))
			.isEqualTo(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED));
	}

	@Test
	@DisplayName("N-5: trouble while renewing marks nothing dead")
	void takesTroubleForTroubleWhileRenewing() {
		this.tiktok.answer(TOKEN, 200, oauthError("invalid_client"))
			.answer(TOKEN, 200, "{}")
			.answer(TOKEN, 500, "<html>")
			.answer(TOKEN, 200, error("internal_error", ""));
		for (int turn = 0; turn < 4; turn++) {
			assertThat(faultOf(() -> provider().renew(grant(ALL), registration())).isTemporary()).isTrue();
		}
	}

	@Test
	void givesAccessBack() {
		this.tiktok.answer(REVOKE, 200, "");
		provider().giveBack(grant(ALL), registration());
		assertThat(this.tiktok.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("POST");
			assertThat(asked.parameters())
				.isEqualTo(Map.of("client_key", "ck1", "client_secret", "secret", "token", "act.a1"));
		});
	}

	@Test
	@DisplayName("N-3: giving back uses no refresh token up; who stores renews before")
	void givesBackByTheAccessTokenAlone() {
		this.tiktok.answer(REVOKE, 200, "{}");
		Grant over = new Grant("-000oid7", null, new TokenValue("act.a0"), TestNetworks.NOW, new TokenValue("rft.r0"),
				TestNetworks.NOW.plusSeconds(500), ALL, null, DeadlineSource.NONE);
		provider().giveBack(over, registration());
		assertThat(provider().givesBackByAccessToken()).isTrue();
		assertThat(this.tiktok.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("token", "act.a0"));
	}

	@Test
	void takesAccessThatIsGoneForGivenBack() {
		this.tiktok.answer(REVOKE, 200, oauthError("invalid_grant"))
			.answer(REVOKE, 401, error("access_token_invalid", ""));
		assertThatCode(() -> provider().giveBack(grant(ALL), registration())).doesNotThrowAnyException();
		assertThatCode(() -> provider().giveBack(grant(ALL), registration())).doesNotThrowAnyException();
	}

	@Test
	void reportsWhenAccessCannotBeGivenBackNow() {
		this.tiktok.answer(REVOKE, 200, "<html>Sorry</html>").answer(REVOKE, 500, "");
		assertThat(failureOf(() -> provider().giveBack(grant(ALL), registration())).kind())
			.isEqualTo(DiagnosisKind.NETWORK_DOWN);
		assertThat(failureOf(() -> provider().giveBack(grant(ALL), registration())).kind())
			.isEqualTo(DiagnosisKind.NETWORK_DOWN);
	}

	@ParameterizedTest
	@CsvSource({ "200,invalid_grant,ACCEPTED", "400,invalid_grant,ACCEPTED", "200,invalid_client,REFUSED",
			"401,unauthorized_client,REFUSED", "200,invalid_request,UNKNOWN", "500,server_error,UNKNOWN" })
	@DisplayName("B-12: wrong credentials are told from a wrong code")
	void checksTheCredentials(int status, String error, CredentialsState state) {
		this.tiktok.answer(TOKEN, status, oauthError(error));
		assertThat(provider().checkCredentials(registration())).isEqualTo(state);
		assertThat(this.tiktok.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("client_secret", "secret")
				.containsEntry("redirect_uri", CALLBACK));
	}

	@ParameterizedTest
	@ValueSource(strings = { TOKEN, USER })
	@DisplayName("N-5: whatever nonsense comes, it is TikTok's trouble and nobody else's")
	void survivesAHostileFarSide(String path) {
		this.settings.put("channelkeeper.network.answer-within", "500ms");
		this.tiktok.answer(path, 200, "<html><body>Sorry</body></html>", "Content-Type", "text/html")
			.answer(path, 200, "")
			.answer(path, 200, "{\"access_token\":\"a")
			.answer(path, 200, "{\"data\":\"none\",\"access_token\":{}}")
			.answer(path, 200, user(""))
			.answer(path, 200, "[]")
			.answer(path, 200, "true")
			.answer(path, 301, "", "Location", this.tiktok.address() + "/elsewhere")
			.answer(path, 500, "{\"error\":{}}")
			.answer(path, 429, "")
			.answer(path, 429, error("rate_limit_exceeded", ""))
			.reset(path)
			.reset(path)
			.flood(path, 10_000_000)
			.stall(path);
		for (int turn = 0; turn < 14; turn++) {
			assertThat(failureOf(() -> ask(path))).as("turn " + turn)
				.isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
		}
		assertThat(this.tiktok.asked("/elsewhere")).isEmpty();
	}

	@Test
	void saysHowLongTikTokIsLimited() {
		this.tiktok.answer(USER, 429, error("rate_limit_exceeded", ""), "Retry-After", "120")
			.answer(USER, 429, error("rate_limit_exceeded", ""), "x-ratelimit-reset",
					String.valueOf(TestNetworks.NOW.plusSeconds(60).getEpochSecond()))
			.answer(USER, 200, error("rate_limit_exceeded", ""), "x-ratelimit-reset", "9999999999");
		assertThat(failureOf(() -> reach(ALL))).isEqualTo(limited("2026-11-21T12:02:00Z"));
		assertThat(failureOf(() -> reach(ALL))).isEqualTo(limited("2026-11-21T12:01:00Z"));
		assertThat(failureOf(() -> reach(ALL))).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
	}

	@Test
	void endsASignInWhoseTokenIsDead() {
		this.tiktok.answer(USER, 401, error("access_token_invalid", "The access token is invalid …"));
		assertThat(failureOf(() -> reach(ALL))).isEqualTo(Diagnosis.of(DiagnosisKind.STOPPED));
	}

	private static Diagnosis limited(String until) {
		return Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", until);
	}

	private static Diagnosis declined(String word) {
		return Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions", "permission.tiktok." + word);
	}

	private static String user(String fields) {
		return "{\"data\":{\"user\":{" + fields + "}},\"error\":{\"code\":\"ok\",\"message\":\"\",\"log_id\":\"1\"}}";
	}

	private static String error(String code, String message) {
		return "{\"data\":{},\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"log_id\":\"2\"}}";
	}

	private static String oauthError(String code) {
		return "{\"error\":\"" + code + "\",\"error_description\":\"No.\",\"log_id\":\"3\"}";
	}

	private static Diagnosis failureOf(Runnable step) {
		return assertThatExceptionOfType(SignInFailedException.class).isThrownBy(step::run).actual().diagnosis();
	}

	private static NetworkFault faultOf(Runnable step) {
		return assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(step::run).actual().fault();
	}

	private void ask(String path) {
		if (path.equals(TOKEN)) {
			exchange("c");
		}
		else {
			reach(ALL);
		}
	}

	private Grant signIn(String file) {
		this.tiktok.answer(TOKEN, getClass(), file).answer(USER, getClass(), "user.json");
		return provider().complete(exchange("c"), registration());
	}

	private Reach reach(Set<String> scopes) {
		return provider().reach(grant(scopes), TIKTOK, registration());
	}

	private static Grant grant(Set<String> scopes) {
		Instant end = TestNetworks.NOW.plusSeconds(500);
		return new Grant("-000oid7", "Ana", new TokenValue("act.a1"), TestNetworks.NOW.plusSeconds(100),
				new TokenValue("rft.r1"), end, scopes, end, DeadlineSource.REPORTED);
	}

	private OAuth2AccessTokenResponse exchange(String code) {
		ClientRegistration registration = registration();
		return CodeExchange.answer(CodeExchange.signIn(provider(), registration,
				CodeExchange.departure(registration, ALL.toArray(String[]::new)), code));
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
