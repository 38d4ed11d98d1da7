package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class LinkedInProviderTests {

	private static final String FULL = """
			{"access_token":"AQX1","expires_in":5183999,"refresh_token":"AQR1","refresh_token_expires_in":31535999,
			"scope":"r_basicprofile,rw_organization_admin"}""";

	private static final String REVOKED = """
			{"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN","message":"The token used in the request has been revoked by the user"}""";

	private final LinkedInScene scene = new LinkedInScene();

	@AfterEach
	void close() {
		this.scene.close();
	}

	@Test
	void exchangesTheCodeWithTheSecretInTheForm() {
		this.scene.ana().signIn(FULL);
		assertThat(this.scene.linkedIn.asked(LinkedInScene.TOKEN)).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("POST");
			assertThat(asked.headers()).doesNotContainKey("Authorization");
			assertThat(asked.parameters())
				.isEqualTo(Map.of("grant_type", "authorization_code", "client_id", "77a", "client_secret", "secret",
						"redirect_uri", "https://channels.example.org/oauth/callback/linkedin", "code", "A#b+c/d=&e"));
		});
	}

	@Test
	@DisplayName("B-1: the refresh token's reported life is the deadline")
	void takesTheRefreshTokensEndForTheDeadline() {
		assertThat(this.scene.ana().signIn(FULL)).satisfies((grant) -> {
			assertThat(grant.userId()).isEqualTo("Ab1");
			assertThat(grant.userName()).isEqualTo("Ana Kocht");
			assertThat(grant.access()).isEqualTo(new TokenValue("AQX1"));
			assertThat(grant.refresh()).isEqualTo(new TokenValue("AQR1"));
			assertThat(grant.scopes()).isEqualTo(LinkedInScene.SCOPES);
			assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(5183999));
			assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plusSeconds(31535999))
				.isEqualTo(grant.refreshExpiresAt());
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		});
		assertThat(this.scene.linkedIn.asked(LinkedInScene.INTROSPECT)).isEmpty();
	}

	@Test
	@DisplayName("N-1: without partner approval it is the access token's end")
	void takesTheAccessTokensEndWithoutARefreshToken() {
		Grant grant = this.scene.ana()
			.signIn("{\"access_token\":\"AQX1\",\"expires_in\":\"5183999\",\"scope\":\"r_basicprofile rw_organization_admin\"}");
		assertThat(grant.refresh()).isNull();
		assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plusSeconds(5183999));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"r_basicprofile,rw_organization_admin\"", "\"rw_organization_admin r_basicprofile\"",
			"\"r_basicprofile, rw_organization_admin \"", "[\"r_basicprofile\",\"rw_organization_admin\"]" })
	void readsScopesHoweverTheyAreWritten(String scope) {
		Grant grant = this.scene.ana()
			.signIn("{\"access_token\":\"AQX1\",\"expires_in\":\"60\",\"token_type\":7,\"new\":{},\"scope\":" + scope
					+ "}");
		assertThat(grant.scopes()).isEqualTo(LinkedInScene.SCOPES);
	}

	@Test
	@DisplayName("Where the token answer is silent, introspection tells")
	void asksWhatATokenIsWorth() {
		this.scene.now(LinkedInScene.INTROSPECT, 200, """
				{"active":true,"client_id":"77a","authorized_at":1795000000,"created_at":1795000000,"status":"active",
				"expires_at":1800184000,"scope":"r_basicprofile,rw_organization_admin","auth_type":"3L"}""");
		Grant grant = this.scene.ana().signIn("{\"access_token\":\"AQX1\"}");
		assertThat(grant.scopes()).isEqualTo(LinkedInScene.SCOPES);
		assertThat(grant.deadline()).isEqualTo(Instant.ofEpochSecond(1800184000));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		assertThat(this.scene.linkedIn.asked(LinkedInScene.INTROSPECT)).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters())
				.isEqualTo(Map.of("client_id", "77a", "client_secret", "secret", "token", "AQX1")));
	}

	@Test
	@DisplayName("N-2: what nobody says is derived, and said to be")
	void derivesTheDeadlineWhereNobodySays() {
		Grant grant = this.scene.ana().signIn("{\"access_token\":\"AQX1\",\"expires_in\":-5}");
		assertThat(grant.scopes()).isEqualTo(LinkedInScene.SCOPES);
		assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofDays(60)));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.DERIVED);
	}

	@Test
	@DisplayName("I-9: what was not granted is named")
	void namesWhatWasNotGranted() {
		assertThatExceptionOfType(SignInFailedException.class)
			.isThrownBy(() -> this.scene.signIn("{\"access_token\":\"A\",\"expires_in\":60,\"scope\":\"openid\"}"))
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED,
					"permissions", "permission.linkedin.r_basicprofile,permission.linkedin.rw_organization_admin")));
		this.scene.now("/v2/userinfo", 200, "{\"sub\":\"Ab1\",\"name\":\"Ana Kocht\"}");
		Grant grant = this.scene.signIn("{\"access_token\":\"A\",\"expires_in\":60,\"scope\":\"openid profile\"}");
		assertThat(grant.userId()).isEqualTo("Ab1");
		assertThat(grant.scopes()).isEqualTo(Set.of("openid", "profile"));
	}

	@Test
	@DisplayName("N-9: a fresh token that is called revoked is tried once more")
	void asksOnceMoreBeforeJudgingAFreshToken() {
		this.scene.ana().linkedIn.forget("/v2/me")
			.answer("/v2/me", 401, REVOKED)
			.answer("/v2/me", 200, "{\"id\":\"Ab1\"}");
		assertThat(this.scene.signIn(FULL).userId()).isEqualTo("Ab1");
		this.scene.now("/v2/me", 401, REVOKED);
		int before = this.scene.linkedIn.asked("/v2/me").size();
		stuck(() -> this.scene.signIn(FULL), DiagnosisKind.STOPPED);
		assertThat(this.scene.linkedIn.asked("/v2/me")).hasSize(before + 2);
	}

	@Test
	void waitsTenSecondsAtMostBeforeAskingAgain() {
		assertThat(new LinkedInProviderProperties(URI.create("https://a.example"), URI.create("https://b.example"),
				Duration.ofHours(1))
			.askAgainAfter()).isEqualTo(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					400 -> {"error":"invalid_request","error_description":"Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired."} -> STOPPED
					400 -> {"error":"invalid_grant","error_description":"x"} -> STOPPED
					200 -> {"error":"invalid_grant"} -> STOPPED
					401 -> {"error":"invalid_client","error_description":"Client authentication failed"} -> NETWORK_DOWN
					400 -> {"error":"invalid_request","error_description":"A required parameter client_id is missing"} -> NETWORK_DOWN
					400 -> {"error":"invalid_redirect_uri"} -> NETWORK_DOWN
					503 -> {"error":"temporarily_unavailable"} -> NETWORK_DOWN
					429 -> {"status":429,"code":"TOO_MANY_REQUESTS"} -> NETWORK_DOWN
					200 -> {"expires_in":5183999} -> NETWORK_DOWN
					200 -> {"access_token":" "} -> NETWORK_DOWN
					200 -> {"access_token":["A"]} -> NETWORK_DOWN
					""")
	void namesWhyACodeWasNotTaken(int status, String body, DiagnosisKind kind) {
		this.scene.now(LinkedInScene.TOKEN, status, body);
		stuck(() -> this.scene.exchange("A"), kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { LinkedInScene.TOKEN, "/v2/me", LinkedInScene.ROLES, "/rest/organizations/10002" })
	@DisplayName("N-5: whatever nonsense comes, it is LinkedIn's trouble and nobody else's")
	void survivesAHostileFarSide(String path) {
		List<Consumer<FarSide>> nonsense = List.of((far) -> far.answer(path, 200, "<html>Sorry</html>"),
				(far) -> far.answer(path, 200, ""), (far) -> far.answer(path, 200, "{\"elements\":[{\"ro"),
				(far) -> far.answer(path, 200, "[]"), (far) -> far.answer(path, 200, "\"x\""),
				(far) -> far.answer(path, 301, "", "Location", this.scene.linkedIn.address() + "/elsewhere"),
				(far) -> far.answer(path, 500, "{}"), (far) -> far.answer(path, 429, ""),
				(far) -> far.answer(path, 401, "<html>Login</html>"), (far) -> far.reset(path).reset(path),
				(far) -> far.flood(path, 10_000_000), (far) -> far.stall(path));
		for (Consumer<FarSide> one : nonsense) {
			this.scene.ana()
				.roles(LinkedInScene.role("10002", "ADMINISTRATOR", "APPROVED"))
				.page("10002", "\"vanityName\":\"brot\"")
				.now(LinkedInScene.TOKEN, 200, FULL);
			one.accept(this.scene.linkedIn.forget(path));
			stuck(() -> {
				this.scene.complete(this.scene.exchange("A"));
				this.scene.reach();
			}, DiagnosisKind.NETWORK_DOWN);
		}
		assertThat(this.scene.linkedIn.asked("/elsewhere")).isEmpty();
	}

	@Test
	void tellsTheOperatorThatTheVersionIsGone(CapturedOutput output) {
		this.scene.settings.put("channelkeeper.network.linkedin.version", "202501");
		this.scene.ana()
			.now(LinkedInScene.ROLES, 426, "{\"status\":426,\"code\":\"NONEXISTENT_VERSION\",\"message\":\"x\"}");
		stuck(this.scene::reach, DiagnosisKind.NETWORK_DOWN);
		assertThat(this.scene.linkedIn.asked(LinkedInScene.ROLES)).singleElement().satisfies((asked) -> {
			assertThat(asked.headers()).containsEntry("LinkedIn-Version", "202501")
				.containsEntry("X-Restli-Protocol-Version", "2.0.0")
				.containsEntry("Authorization", "Bearer AQX1");
		});
		assertThat(output).contains("version 202501 of the API is not served")
			.contains("channelkeeper.network.linkedin.version")
			.doesNotContain("AQX1");
	}

	@Test
	@DisplayName("A renewal keeps the refresh token and does not move its end")
	void renewsWithoutMovingTheDeadline() {
		this.scene.now(LinkedInScene.TOKEN, 200, """
				{"access_token":"AQX2","expires_in":5184000,"refresh_token":"AQR1","refresh_token_expires_in":26438400,
				"scope":"r_basicprofile,rw_organization_admin"}""");
		Grant grant = this.scene.provider().renew(LinkedInScene.grant("AQR1"), this.scene.registration());
		assertThat(grant.access()).isEqualTo(new TokenValue("AQX2"));
		assertThat(grant.refresh()).isEqualTo(new TokenValue("AQR1"));
		assertThat(grant.userId()).isEqualTo("Ab1");
		assertThat(grant.accessExpiresAt()).isEqualTo(TestNetworks.NOW.plusSeconds(5184000));
		assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofDays(306)));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		assertThat(this.scene.linkedIn.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).isEqualTo(Map.of("grant_type", "refresh_token",
					"refresh_token", "AQR1", "client_id", "77a", "client_secret", "secret")));
	}

	@Test
	void keepsWhatARenewalDoesNotRepeat() {
		this.scene.now(LinkedInScene.TOKEN, 200, "{\"access_token\":\"AQX2\",\"expires_in\":60}");
		Grant grant = this.scene.provider().renew(LinkedInScene.grant("AQR1"), this.scene.registration());
		assertThat(grant.refresh()).isEqualTo(new TokenValue("AQR1"));
		assertThat(grant.deadline()).isEqualTo(LinkedInScene.REFRESH_END);
		assertThat(grant.scopes()).isEqualTo(LinkedInScene.SCOPES);
	}

	@Test
	@DisplayName("N-1: a login without a refresh token stays until its end")
	void leavesLoginsOfNoPartnerAsTheyAre() {
		Grant grant = LinkedInScene.grant(null);
		assertThat(this.scene.provider().renew(grant, this.scene.registration())).isEqualTo(grant);
		assertThat(this.scene.provider().renewal()).isEqualTo(RenewalModel.REFRESHES);
		assertThat(this.scene.linkedIn.asked()).isEmpty();
	}

	@Test
	@DisplayName("N-5: only a refused refresh token ends a login, no wrong secret")
	void tellsARefusedRenewalFromTheOperatorsMistake() {
		assertThat(faultOfRenewal(400, "{\"error\":\"invalid_grant\"}"))
			.isEqualTo(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED));
		assertThat(faultOfRenewal(400,
				"{\"error\":\"invalid_request\",\"error_description\":\"The provided authorization grant or refresh token is invalid, expired or revoked.\"}"))
			.isEqualTo(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED));
		assertThat(faultOfRenewal(401, "{\"error\":\"invalid_client\"}").isTemporary()).isTrue();
		assertThat(faultOfRenewal(500, "").isTemporary()).isTrue();
		assertThat(faultOfRenewal(200, "{}").isTemporary()).isTrue();
	}

	@Test
	void givesBothTokensBack() {
		this.scene.now(LinkedInScene.REVOKE, 200, "");
		this.scene.provider().giveBack(LinkedInScene.grant("AQR1"), this.scene.registration());
		assertThat(this.scene.linkedIn.asked(LinkedInScene.REVOKE))
			.extracting((asked) -> asked.method() + " " + asked.parameters().get("token"))
			.containsExactly("POST AQX1", "POST AQR1");
	}

	@Test
	void takesAccessThatIsGoneForGivenBack() {
		for (String gone : List.of(REVOKED,
				"{\"error\":\"invalid_request\",\"error_description\":\"Invalid access token\"}")) {
			this.scene.now(LinkedInScene.REVOKE, 400, gone);
			assertThatCode(() -> this.scene.provider().giveBack(LinkedInScene.grant(null), this.scene.registration()))
				.doesNotThrowAnyException();
		}
		this.scene.now(LinkedInScene.REVOKE, 503, "");
		stuck(() -> this.scene.provider().giveBack(LinkedInScene.grant(null), this.scene.registration()),
				DiagnosisKind.NETWORK_DOWN);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			200 -> {"active":false} -> ACCEPTED
			401 -> {"error":"invalid_client","error_description":"Client authentication failed"} -> REFUSED
			400 -> {"error":"unauthorized_client"} -> REFUSED
			400 -> {"error":"invalid_request"} -> UNKNOWN
			200 -> {} -> UNKNOWN
			200 -> <html> -> UNKNOWN
			500 -> {} -> UNKNOWN
			429 -> {"status":429} -> UNKNOWN
			""")
	@DisplayName("B-12: only wrong credentials count as wrong")
	void checksTheOperatorsCredentials(int status, String body, CredentialsState state) {
		this.scene.now(LinkedInScene.INTROSPECT, status, body);
		assertThat(this.scene.provider().checkCredentials(this.scene.registration())).isEqualTo(state);
	}

	@ParameterizedTest
	@CsvSource({ "user_cancelled_login,STOPPED", "user_cancelled_authorize,STOPPED", "server_error,NETWORK_DOWN",
			"temporarily_unavailable,NETWORK_DOWN", "unauthorized_scope_error,NETWORK_DOWN", "'',STOPPED" })
	@DisplayName("I-9: a refusal at LinkedIn")
	void tellsARefusalFromTrouble(String error, DiagnosisKind kind) {
		assertThat(this.scene.provider().denied(Map.of("error", error, "error_description", "<b>")).kind())
			.isEqualTo(kind);
		assertThat(this.scene.provider().denied(Map.of()).kind()).isEqualTo(DiagnosisKind.STOPPED);
	}

	@Test
	void asksForBothPermissionsWithBlanks() {
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("scope", "x", "state", "s"));
		this.scene.provider().dress(parameters, new AuthorizationWish(LinkedInScene.SCOPES, true));
		assertThat(parameters).isEqualTo(Map.of("scope", "r_basicprofile rw_organization_admin", "state", "s"));
		SignInWay way = this.scene.provider().ways().getFirst();
		assertThat(way.permissions()).allSatisfy((permission) -> assertThat(permission.scope()).doesNotStartWith("w_"));
		assertThat(this.scene.registration().getClientSettings().isRequireProofKey()).isFalse();
	}

	@Test
	void bindsEverySettingFromTheEnvironment() {
		Map<String, Object> variables = new LinkedHashMap<>();
		variables.put("CHANNELKEEPER_BASEURL", "https://channels.example.org");
		variables.put("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_LINKEDIN_CLIENTID", "77a");
		variables.put("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_LINKEDIN_CLIENTSECRET", "s");
		variables.put("CHANNELKEEPER_NETWORK_LINKEDIN_APIURL", "http://localhost:9090/linkedin/api");
		variables.put("CHANNELKEEPER_NETWORK_LINKEDIN_VERSION", "");
		variables.put("CHANNELKEEPER_NETWORK_LINKEDIN_PICTUREHOSTS", "i.example");
		variables.put("CHANNELKEEPER_PROVIDER_LINKEDIN_REVOKEURL", "http://localhost:9090/revoke");
		variables.put("CHANNELKEEPER_PROVIDER_LINKEDIN_INTROSPECTURL", "http://localhost:9090/introspect");
		variables.put("CHANNELKEEPER_PROVIDER_LINKEDIN_ASKAGAINAFTER", "3s");
		try (var context = TestNetworks.withEnvironment(variables)) {
			assertThat(context.getBean(SignInProviders.class).configured(new ProviderId("linkedin"))).isTrue();
			assertThat(context.getBean(LinkedInProperties.class)).satisfies((network) -> {
				assertThat(network.apiUrl()).hasToString("http://localhost:9090/linkedin/api");
				assertThat(network.version()).isEqualTo(LinkedInProperties.DEFAULT_VERSION);
				assertThat(network.pictureHosts()).containsExactly("i.example");
			});
			assertThat(context.getBean(LinkedInProviderProperties.class)).satisfies((provider) -> {
				assertThat(provider.revokeUrl()).hasToString("http://localhost:9090/revoke");
				assertThat(provider.introspectUrl()).hasToString("http://localhost:9090/introspect");
				assertThat(provider.askAgainAfter()).isEqualTo(Duration.ofSeconds(3));
			});
		}
	}

	private NetworkFault faultOfRenewal(int status, String body) {
		this.scene.now(LinkedInScene.TOKEN, status, body);
		try {
			this.scene.provider().renew(LinkedInScene.grant("AQR1"), this.scene.registration());
		}
		catch (NetworkFaultException ex) {
			return ex.fault();
		}
		throw new AssertionError("The renewal went through");
	}

	private static void stuck(Runnable step, DiagnosisKind kind) {
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(step::run)
			.satisfies((ex) -> assertThat(ex.diagnosis().kind()).isEqualTo(kind));
	}

}
