package io.channelkeeper.network.tiktok;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

/**
 * TikTok's Login Kit: one sign-in leads to one account.
 */
@Component
@EnableConfigurationProperties(TikTokProviderProperties.class)
class TikTokProvider implements SignInProvider {

	static final ProviderId ID = new ProviderId("tiktok");

	private static final NetworkId NETWORK = new NetworkId("tiktok");

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable", "internal_error",
			"rate_limit_exceeded", "reached_active_user_cap");

	private final TikTokCalls calls;

	private final TikTokGrants grants;

	private final TikTokChannel channel;

	private final TikTokProviderProperties properties;

	TikTokProvider(TikTokCalls calls, TikTokGrants grants, TikTokChannel channel, TikTokProviderProperties properties) {
		this.calls = calls;
		this.grants = grants;
		this.channel = channel;
		this.properties = properties;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "TikTok";
	}

	@Override
	public List<SignInWay> ways() {
		return List
			.of(new SignInWay(NETWORK, ID, Arrays.stream(TikTokScope.values()).map(TikTokScope::permission).toList(),
					List.of("network.tiktok.tiktok.preparation.account", "network.tiktok.tiktok.preparation.public"),
					false, false));
	}

	/** TikTok takes no PKCE from web applications. */
	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationUri("https://www.tiktok.com/v2/auth/authorize/")
			.tokenUri("https://open.tiktokapis.com/v2/oauth/token/")
			.scope(Arrays.stream(TikTokScope.values()).map(TikTokScope::value).toList())
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(false).build());
	}

	/**
	 * TikTok has another word for the client's id and wants commas. Whoever agreed before
	 * is sent straight back unless the page with the switches is asked for.
	 */
	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		Object client = parameters.remove("client_id");
		if (client != null) {
			parameters.put("client_key", client);
		}
		parameters.put("scope", wish.scopes().stream().sorted().collect(Collectors.joining(",")));
		if (wish.askAgain()) {
			parameters.put("disable_auto_auth", "1");
		}
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		return Diagnosis.of(TEMPORARY.contains(callback.getOrDefault("error", "")) ? DiagnosisKind.NETWORK_DOWN
				: DiagnosisKind.STOPPED);
	}

	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		OAuth2AuthorizationExchange exchange = request.getAuthorizationExchange();
		String code = exchange.getAuthorizationResponse().getCode();
		String redirectUri = exchange.getAuthorizationRequest().getRedirectUri();
		Assert.state(code != null && redirectUri != null, "A code is exchanged with its redirect address");
		return signingIn(() -> TikTokGrants.response(
				this.calls.tokenForCode(request.getClientRegistration(), plain(code), redirectUri),
				exchange.getAuthorizationRequest().getScopes()));
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		TokenValue access = new TokenValue(answer.getAccessToken().getTokenValue());
		boolean mayAsk = answer.getAccessToken().getScopes().contains(TikTokScope.BASIC.value());
		return signingIn(() -> this.grants.first(answer,
				mayAsk ? this.calls.user(access, Set.of(TikTokScope.BASIC.value())) : null));
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		Assert.isTrue(network.equals(NETWORK), () -> "TikTok does not lead to " + network);
		return signingIn(() -> this.channel.reach(grant, this.calls.user(grant.access(), grant.scopes())));
	}

	/** TikTok takes an access back by a token that still works. */
	@Override
	public boolean givesBackByAccessToken() {
		return true;
	}

	/** An access that is gone already counts as given back. */
	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
		try {
			this.calls.revoke(registration, grant.access(), this.properties.revokeUrl());
		}
		catch (NetworkFaultException ex) {
			if (!ex.fault().isEndOfAccess()) {
				throw ex.whileSigningIn();
			}
		}
	}

	/** Each refresh token works once (N-3). */
	@Override
	public RenewalModel renewal() {
		return RenewalModel.ROTATES;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		TokenValue refresh = grant.refresh();
		if (refresh == null) {
			throw new NetworkFaultException(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED));
		}
		return this.grants.next(grant, this.calls.tokenForRefresh(registration, refresh));
	}

	/** A sign-in leads to one account, which is its own. */
	@Override
	public Cause causeOfAbsence(NetworkId network) {
		return Cause.ACCOUNT_DELETED;
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.calls.checkCredentials(registration);
	}

	/** TikTok's codes may come encoded once more than addresses are. */
	private static String plain(String code) {
		try {
			return StringUtils.uriDecode(code, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return code;
		}
	}

	/** A permission that turns out to be missing only later is told like any other. */
	private static <T> T signingIn(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (NetworkFaultException ex) {
			if (ex.fault() instanceof NetworkFault.PermissionMissing(var scope)) {
				throw new SignInFailedException(TikTokChannel.missing(scope), ex);
			}
			throw ex.whileSigningIn();
		}
	}

}
