package io.channelkeeper.network.facebook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.CodeExchange;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FacebookProviderTests {

	private static final ProviderId ID = new ProviderId("facebook");

	private static final NetworkId INSTAGRAM = new NetworkId("instagram");

	private static final Instant TOKEN_END = Instant.ofEpochSecond(1800446344);

	/** printf EAAL1 | openssl dgst -sha256 -hmac secret. */
	private static final String PROOF = "fba77ce28ef6f896995eb28b6e774bde4aa620034e179aece904a4b54169a8c2";

	private final FarSide facebook = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@BeforeEach
	void prepare() {
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.facebook.api-url", this.facebook.address() + "/v25.0");
		this.settings.put("spring.security.oauth2.client.registration.facebook.client-id", "5501");
		this.settings.put("spring.security.oauth2.client.registration.facebook.client-secret", "secret");
		this.settings.put("spring.security.oauth2.client.provider.facebook.token-uri",
				this.facebook.address() + "/v25.0/oauth/access_token");
	}

	@AfterEach
	void close() {
		this.facebook.close();
		this.context.close();
	}

	@Test
	void exchangesTheCodeByGetThroughSpringSecurity() {
		this.facebook.answer("/v25.0/oauth/access_token", getClass(), "code.json");
		assertThat(signIn("A#b+c/d=&e").getAccessToken()).isNotNull()
			.extracting(OAuth2AccessToken::getTokenValue)
			.isEqualTo("EAAS1");
		assertThat(this.facebook.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("GET");
			assertThat(asked.parameters()).isEqualTo(Map.of("client_id", "5501", "client_secret", "secret",
					"redirect_uri", "https://channels.example.org/oauth/callback/facebook", "code", "A#b+c/d=&e"));
		});
	}

	@Test
	void asksForTheLongLivedTokenAndProvesEachCall() {
		grants("debug.json");
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.access().value()).isEqualTo("EAAL1");
			assertThat(grant.userId()).isEqualTo("90011");
			assertThat(grant.userName()).isEqualTo("Ana Kocht");
			assertThat(grant.scopes()).containsExactlyInAnyOrder("instagram_basic", "pages_show_list");
			assertThat(grant.deadline()).isEqualTo(TOKEN_END);
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.REPORTED);
		});
		assertThat(this.facebook.asked("/v25.0/oauth/access_token")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("grant_type", "fb_exchange_token")
				.containsEntry("fb_exchange_token", "EAAS1"));
		assertThat(this.facebook.asked("/v25.0/me/permissions")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("access_token", "EAAL1")
				.containsEntry("appsecret_proof", PROOF));
		assertThat(this.facebook.asked("/v25.0/debug_token")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("access_token", "5501|secret")
				.containsEntry("input_token", "EAAL1")
				.containsKey("appsecret_proof"));
	}

	@Test
	@DisplayName("N-2: the earlier of token and data access counts")
	void takesTheEarlierDeadline() {
		grants("debug-data-access.json");
		assertThat(complete().deadline()).isEqualTo(Instant.ofEpochSecond(1799000000));
		assertThat(complete().accessExpiresAt()).isEqualTo(TOKEN_END);
	}

	@Test
	@DisplayName("N-2: what no answer says is derived, and said to be")
	void derivesTheDeadlineWhereNoAnswerSays() {
		grants("debug.json");
		this.facebook.forget("/v25.0/oauth/access_token")
			.answer("/v25.0/oauth/access_token", 200, "{\"access_token\":\"EAAL1\"}")
			.forget("/v25.0/debug_token")
			.answer("/v25.0/debug_token", 200, "{\"data\":{\"is_valid\":true}}");
		Grant grant = complete();
		assertThat(grant.deadline()).isEqualTo(TestNetworks.NOW.plus(Duration.ofDays(60)));
		assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.DERIVED);
	}

	@Test
	void knowsTokensWithoutAnEnd() {
		grants("debug-never.json");
		assertThat(complete()).satisfies((grant) -> {
			assertThat(grant.deadline()).isNull();
			assertThat(grant.deadlineSource()).isEqualTo(DeadlineSource.NONE);
		});
	}

	@Test
	void refusesATokenThatFacebookCallsDead() {
		grants("debug-dead.json");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::complete)
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.STOPPED)));
	}

	@Test
	void readsEveryFigureOfTheAccount() {
		this.facebook.answer("/v25.0/me/accounts", getClass(), "accounts.json");
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isEqualTo(new TokenValue("EAAP1"));
			assertThat(channel.profile().externalId()).isEqualTo("17841400000000011");
			assertThat(channel.profile().handle()).isEqualTo("anakocht");
			assertThat(channel.profile().displayName()).isEqualTo("Ana kocht");
			assertThat(channel.profile().figures())
				.isEqualTo(Map.of("followers", 8120L, "follows_count", 12L, "media_count", 412L));
			assertThat(channel.profile().picture())
				.isEqualTo(URI.create("https://scontent.cdninstagram.com/a.jpg?oh=00_A&oe=6A25351E"));
		});
	}

	@Test
	void followsPagesByTheirCursorOnly() {
		this.facebook.answer("/v25.0/me/accounts", getClass(), "accounts-first.json")
			.answer("/v25.0/me/accounts", getClass(), "accounts-second.json");
		assertThat(reach().channels()).extracting((channel) -> channel.profile().handle())
			.containsExactly("anakocht", "bistro_ana");
		assertThat(this.facebook.asked("/v25.0/me/accounts")).last()
			.satisfies((asked) -> assertThat(asked.parameters()).containsEntry("after", "a1"));
	}

	@Test
	void stopsWhenPagesGoInCircles() {
		this.facebook.answer("/v25.0/me/accounts", getClass(), "accounts-first.json");
		assertThat(reach().channels()).hasSize(1);
		assertThat(this.facebook.asked()).hasSize(2);
	}

	@Test
	@DisplayName("B-4: each prerequisite that fails is named")
	void namesWhatStandsInTheWay() {
		assertThat(reachOf("accounts-none.json").whenNone()).isEqualTo(Diagnosis.of(DiagnosisKind.NO_PAGE));
		assertThat(reachOf("accounts-not-linked.json")).satisfies((reach) -> {
			assertThat(reach.channels()).isEmpty();
			assertThat(reach.whenNone()).isEqualTo(about(DiagnosisKind.NO_PROFESSIONAL_ACCOUNT));
		});
		assertThat(reachOf("accounts-unpublished.json").channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.obstacle()).isEqualTo(about(DiagnosisKind.PAGE_NOT_PUBLISHED)));
		assertThat(reachOf("accounts-small-role.json").channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.obstacle()).isEqualTo(about(DiagnosisKind.ROLE_TOO_SMALL)));
	}

	@Test
	@DisplayName("I-9: what was declined is asked for again")
	void dressesTheAddressForFacebook() {
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("scope", "a b", "state", "s"));
		provider().dress(parameters, new AuthorizationWish(Set.of("pages_show_list", "instagram_basic"), true));
		assertThat(parameters)
			.isEqualTo(Map.of("scope", "instagram_basic,pages_show_list", "state", "s", "auth_type", "rerequest"));
	}

	@Test
	void asksByConfigurationWhereThereIsOne() {
		this.settings.put("channelkeeper.provider.facebook.config-id", "7700");
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("scope", "a b"));
		provider().dress(parameters, new AuthorizationWish(Set.of("pages_show_list"), false));
		assertThat(parameters).isEqualTo(Map.of("config_id", "7700"));
	}

	@Test
	@DisplayName("I-9: a refusal at Facebook")
	void tellsARefusalFromTrouble() {
		assertThat(provider().denied(Map.of("error", "access_denied", "error_reason", "user_denied")).kind())
			.isEqualTo(DiagnosisKind.STOPPED);
		assertThat(provider().denied(Map.of("error", "temporarily_unavailable")).kind())
			.isEqualTo(DiagnosisKind.NETWORK_DOWN);
		assertThat(provider().denied(Map.of()).kind()).isEqualTo(DiagnosisKind.STOPPED);
	}

	@Test
	void givesAccessBack() {
		this.facebook.answer("/v25.0/90011/permissions", 200, "true");
		provider().giveBack(grant(), registration());
		assertThat(this.facebook.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.method()).isEqualTo("DELETE");
			assertThat(asked.parameters()).containsEntry("access_token", "EAAL1");
		});
	}

	@Test
	void takesAccessThatIsGoneForGivenBack() {
		this.facebook.answer("/v25.0/90011/permissions", getClass(), "error-removed.json");
		assertThatCode(() -> provider().giveBack(grant(), registration())).doesNotThrowAnyException();
	}

	@Test
	void reportsWhenAccessCannotBeGivenBackNow() {
		this.facebook.answer("/v25.0/90011/permissions", getClass(), "error-unavailable.json");
		assertThatExceptionOfType(SignInFailedException.class)
			.isThrownBy(() -> provider().giveBack(grant(), registration()));
	}

	@Test
	@DisplayName("N-5: whatever nonsense comes, it is Facebook's trouble and nobody else's")
	void survivesAHostileFarSide() {
		this.settings.put("channelkeeper.network.answer-within", "500ms");
		String path = "/v25.0/me/accounts";
		this.facebook.answer(path, 200, "<html><body>Sorry</body></html>", "Content-Type", "text/html")
			.answer(path, 200, "")
			.answer(path, 200, "{\"data\":[{\"id\":\"200")
			.answer(path, 200, "{\"data\":\"none\"}")
			.answer(path, 200, "[]")
			.answer(path, 301, "", "Location", this.facebook.address() + "/elsewhere")
			.answer(path, 500, "{\"error\":{}}")
			.answer(path, 429, "")
			.reset(path)
			.reset(path)
			.flood(path, 10_000_000)
			.stall(path);
		for (int turn = 0; turn < 11; turn++) {
			assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::reach).satisfies((ex) -> {
				assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN));
				assertThat(ex).hasMessage("NETWORK_DOWN");
			});
		}
		assertThat(this.facebook.asked("/elsewhere")).isEmpty();
	}

	@Test
	void saysHowLongFacebookIsLimited() {
		this.facebook.answer("/v25.0/me/accounts", 429, "", "Retry-After", "120");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::reach)
			.extracting(SignInFailedException::diagnosis, InstanceOfAssertFactories.type(Diagnosis.class))
			.isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", "2026-11-21T12:02:00Z"));
	}

	private void grants(String debug) {
		this.facebook.answer("/v25.0/oauth/access_token", getClass(), "long-lived.json")
			.answer("/v25.0/me", getClass(), "me.json")
			.answer("/v25.0/me/permissions", getClass(), "permissions.json")
			.answer("/v25.0/debug_token", getClass(), debug);
	}

	private Grant complete() {
		return provider().complete(OAuth2AccessTokenResponse.withToken("EAAS1")
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(5104)
			.build(), registration());
	}

	private Reach reachOf(String file) {
		this.facebook.forget("/v25.0/me/accounts").answer("/v25.0/me/accounts", getClass(), file);
		return reach();
	}

	private static Diagnosis about(DiagnosisKind kind) {
		return Diagnosis.of(kind, "page", "Ana Kocht");
	}

	private Reach reach() {
		return provider().reach(grant(), INSTAGRAM, registration());
	}

	private static Grant grant() {
		return new Grant("90011", null, new TokenValue("EAAL1"), null, null, null, Set.of(), null, DeadlineSource.NONE);
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
