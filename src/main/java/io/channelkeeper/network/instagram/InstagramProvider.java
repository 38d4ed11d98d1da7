package io.channelkeeper.network.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenAnswer;
import io.channelkeeper.network.TokenValue;

/**
 * Instagram Login: one sign-in leads to exactly one professional account, without any
 * page, and its token renews itself.
 */
@Component
class InstagramProvider implements SignInProvider {

	static final ProviderId ID = new ProviderId("instagram");

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");

	/** What Meta documents for a long token; only used where no answer says. */
	private static final Duration USUAL_LIFE = Duration.ofDays(60);

	private final InstagramLogin login;

	private final Clock clock;

	InstagramProvider(InstagramLogin login, Clock clock) {
		this.login = login;
		this.clock = clock;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "Instagram";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(new SignInWay(InstagramNetwork.ID, ID,
				List.of(permission("instagram_business_basic"), permission("instagram_business_manage_insights")),
				List.of("network.instagram.instagram.preparation.professional",
						"network.instagram.instagram.preparation.login"),
				false, true));
	}

	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationUri("https://www.instagram.com/oauth/authorize")
			.tokenUri("https://api.instagram.com/oauth/access_token")
			.scope(ways().getFirst().permissions().stream().map(Permission::scope).toList())
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(false).build());
	}

	/** Instagram wants commas, and shows its login form only when told to. */
	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		parameters.put("scope", String.join(",", wish.scopes().stream().sorted().toList()));
		if (wish.otherAccount()) {
			parameters.put("force_authentication", "1");
		}
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		return Diagnosis.of(TEMPORARY.contains(callback.getOrDefault("error", "")) ? DiagnosisKind.NETWORK_DOWN
				: DiagnosisKind.STOPPED);
	}

	/** Some clients hand on the fragment that Instagram writes behind the code. */
	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		OAuth2AuthorizationExchange exchange = request.getAuthorizationExchange();
		String code = exchange.getAuthorizationResponse().getCode();
		String redirectUri = exchange.getAuthorizationRequest().getRedirectUri();
		Assert.state(code != null && redirectUri != null, "A code is exchanged with its redirect address");
		return NetworkFaultException.whileSigningIn(() -> {
			Json answer = this.login.tokenForCode(request.getClientRegistration(), code.replaceFirst("#_$", ""),
					redirectUri);
			return OAuth2AccessTokenResponse.withToken(TokenAnswer.access(answer).value())
				.tokenType(OAuth2AccessToken.TokenType.BEARER)
				.scopes(required(TokenAnswer.scopes(answer, "permissions")))
				.build();
		});
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		OAuth2AccessToken given = answer.getAccessToken();
		return NetworkFaultException.whileSigningIn(() -> {
			Json exchanged = this.login.longToken(registration, new TokenValue(given.getTokenValue()));
			Json me = this.login.me(TokenAnswer.access(exchanged));
			String id = me.id("id");
			if (id == null) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			return grant(id, me.label("username"), exchanged, given.getScopes());
		});
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		Assert.isTrue(network.equals(InstagramNetwork.ID), () -> "Instagram does not lead to " + network);
		return NetworkFaultException.whileSigningIn(() -> InstagramAccount.reach(() -> this.login.me(grant.access())));
	}

	/**
	 * Instagram documents no address for it: the creator removes the entry in Instagram's
	 * settings, and what is kept here is erased.
	 */
	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
	}

	/**
	 * From the second day on and until its end a token can be exchanged for a new one.
	 */
	@Override
	public RenewalModel renewal() {
		return RenewalModel.EXTENDS;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		Json refreshed = this.login.refreshedToken(grant.access());
		return grant(grant.userId(), grant.userName(), refreshed,
				TokenAnswer.scopes(refreshed, "permissions", grant.scopes()));
	}

	/** A sign-in leads to one account, which is its own. */
	@Override
	public Cause causeOfAbsence(NetworkId network) {
		return Cause.ACCOUNT_DELETED;
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.login.checkCredentials(registration);
	}

	/** Nobody has to act as long as it renews itself (N-4). */
	private Grant grant(String userId, @Nullable String userName, Json answer, Set<String> scopes) {
		Duration life = TokenAnswer.life(answer, "expires_in");
		Instant end = this.clock.instant().plus((life != null) ? life : USUAL_LIFE);
		return new Grant(userId, userName, TokenAnswer.access(answer), end, null, null, scopes, null,
				DeadlineSource.NONE);
	}

	/** Without it nobody knows what was granted, and nothing is connected (I-9). */
	private static Set<String> required(@Nullable Set<String> permissions) {
		if (permissions == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return permissions;
	}

	private static Permission permission(String scope) {
		return new Permission(scope, "permission.instagram." + scope);
	}

}
