package io.channelkeeper.network.facebook;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
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
import io.channelkeeper.network.HeldChannel;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenAnswer;
import io.channelkeeper.network.TokenValue;

/**
 * Facebook Login: one sign-in leads to the pages that a person runs, and to the Instagram
 * accounts that hang on them.
 */
@Component
@EnableConfigurationProperties(FacebookProviderProperties.class)
class FacebookProvider implements SignInProvider {

	static final ProviderId ID = new ProviderId("facebook");

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");

	private final FacebookGraph graph;

	private final FacebookGrants grants;

	private final FacebookProviderProperties properties;

	FacebookProvider(FacebookGraph graph, FacebookGrants grants, FacebookProviderProperties properties) {
		this.graph = graph;
		this.grants = grants;
		this.properties = properties;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "Facebook";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(InstagramThroughPages.way(ID), PagesThemselves.way(ID));
	}

	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationUri("https://www.facebook.com/v25.0/dialog/oauth")
			.tokenUri("https://graph.facebook.com/v25.0/oauth/access_token")
			.scope(scopes())
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(false).build());
	}

	/**
	 * Facebook wants commas, or the number of a configuration in place of permissions,
	 * and asks for what was declined only when told to.
	 */
	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		if (usesConfiguration()) {
			parameters.remove("scope");
			parameters.put("config_id", String.valueOf(this.properties.configId()));
		}
		else {
			parameters.put("scope", String.join(",", wish.scopes().stream().sorted().toList()));
		}
		if (wish.askAgain()) {
			parameters.put("auth_type", "rerequest");
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
		return NetworkFaultException.whileSigningIn(() -> {
			Json answer = this.graph.tokenForCode(request.getClientRegistration(), code, redirectUri);
			OAuth2AccessTokenResponse.Builder response = OAuth2AccessTokenResponse
				.withToken(TokenAnswer.access(answer).value())
				.tokenType(OAuth2AccessToken.TokenType.BEARER);
			if (answer.number("expires_in") == null) {
				return response.additionalParameters(Map.of("without_end", true)).build();
			}
			Duration life = TokenAnswer.life(answer, "expires_in");
			return response.expiresIn((life != null) ? life.toSeconds() : 0).build();
		});
	}

	/**
	 * A configuration may hand out tokens without an end, which cannot be exchanged for a
	 * longer one.
	 */
	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		boolean permanent = usesConfiguration() && answer.getAdditionalParameters().containsKey("without_end");
		TokenValue token = new TokenValue(answer.getAccessToken().getTokenValue());
		return NetworkFaultException.whileSigningIn(() -> this.grants.complete(registration, token, permanent));
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		if (network.equals(PagesThemselves.NETWORK)) {
			return NetworkFaultException.whileSigningIn(
					() -> PagesThemselves.reach(this.graph.pages(registration, grant, PagesThemselves.FIELDS)));
		}
		Assert.isTrue(network.equals(InstagramThroughPages.NETWORK), () -> "Facebook does not lead to " + network);
		return NetworkFaultException.whileSigningIn(
				() -> InstagramThroughPages.reach(this.graph.pages(registration, grant, InstagramThroughPages.FIELDS)));
	}

	/**
	 * One page or account alone, and by the page's own token where there is one: that is
	 * counted apart from the person's calls.
	 */
	@Override
	public Profile profile(Grant grant, HeldChannel channel, ClientRegistration registration) {
		TokenValue token = (channel.token() != null) ? channel.token() : grant.access();
		boolean isPage = channel.network().equals(PagesThemselves.NETWORK);
		Json found = this.graph.object(registration, token, channel.externalId(),
				isPage ? PagesThemselves.SHOWN : InstagramThroughPages.SHOWN);
		String id = found.id("id");
		if (id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return isPage ? PagesThemselves.profile(found, id) : InstagramThroughPages.profile(found, id);
	}

	/** An access that is gone already counts as given back. */
	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
		try {
			this.graph.revoke(registration, grant, this.properties.revokeUrl());
		}
		catch (NetworkFaultException ex) {
			if (!ex.fault().isEndOfAccess()) {
				throw ex.whileSigningIn();
			}
		}
	}

	/** A token that still works can be exchanged for one that lives longer. */
	@Override
	public RenewalModel renewal() {
		return RenewalModel.EXTENDS;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		Grant next = this.grants.complete(registration, grant.access(), false);
		return this.grants.with(TokenAnswer.sound(next.scopes(), grant.scopes()), next);
	}

	/**
	 * What {@code debug_token} says of the person's token and of each page's own costs
	 * none of the person's calls, and tells the reason. A page's token that is refused
	 * ends that page only (N-7).
	 */
	@Override
	public Map<HeldChannel, NetworkFault> check(Grant grant, Collection<HeldChannel> channels,
			ClientRegistration registration) {
		this.graph.debug(registration, grant.access());
		Map<HeldChannel, NetworkFault> faults = new HashMap<>(
				SignInProvider.super.check(grant, channels, registration));
		for (HeldChannel channel : channels) {
			TokenValue own = channel.token();
			if (own != null && !faults.containsKey(channel)) {
				this.graph.refusalOfPage(registration, own).ifPresent((fault) -> faults.put(channel, fault));
			}
		}
		return faults;
	}

	/**
	 * A page that is not listed, but whose own token is taken, is reached in another way.
	 * An account whose page still is has been unlinked from it.
	 */
	@Override
	public Optional<NetworkFault> absence(HeldChannel channel, Reach reach, ClientRegistration registration) {
		TokenValue own = channel.token();
		if (own == null) {
			return SignInProvider.super.absence(channel, reach, registration);
		}
		Optional<NetworkFault> refused = this.graph.refusalOfPage(registration, own);
		return (refused.isPresent() || channel.network().equals(PagesThemselves.NETWORK)) ? refused
				: Optional.of(new NetworkFault.ChannelLost(Cause.PAGE_UNLINKED));
	}

	@Override
	public Cause causeOfAbsence(NetworkId network) {
		return network.equals(PagesThemselves.NETWORK) ? Cause.ROLE_LOST : Cause.PAGE_UNLINKED;
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.graph.checkCredentials(registration);
	}

	private boolean usesConfiguration() {
		return StringUtils.hasText(this.properties.configId());
	}

	private List<String> scopes() {
		return ways().stream().flatMap((way) -> way.permissions().stream()).map(Permission::scope).distinct().toList();
	}

}
