package io.channelkeeper.network.linkedin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.HeldChannel;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenAnswer;

/**
 * Signing in at LinkedIn: one sign-in leads to the member's own profile and to the pages
 * that the member administers. Both permissions belong to the one product that shows
 * pages, so one way serves members and pages alike.
 */
@Component
class LinkedInProvider implements SignInProvider {

	private static final Logger log = LoggerFactory.getLogger(LinkedInProvider.class);

	private static final ProviderId ID = new ProviderId("linkedin");

	private static final NetworkId NETWORK = new NetworkId("linkedin");

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");

	private static final String APP_LACKS_PRODUCT = "unauthorized_scope_error";

	private final LinkedInTokens tokens;

	private final LinkedInGrants grants;

	private final LinkedInClient client;

	private final LinkedInMembers members;

	private final LinkedInPages pages;

	LinkedInProvider(LinkedInTokens tokens, LinkedInGrants grants, LinkedInClient client, LinkedInMembers members,
			LinkedInPages pages) {
		this.tokens = tokens;
		this.grants = grants;
		this.client = client;
		this.members = members;
		this.pages = pages;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "LinkedIn";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(new SignInWay(NETWORK, ID,
				List.of(permission(LinkedInSession.BASIC_PROFILE), permission(LinkedInSession.ORGANIZATION_ADMIN)),
				List.of("network.linkedin.linkedin.preparation.login", "network.linkedin.linkedin.preparation.role",
						"network.linkedin.linkedin.preparation.account"),
				false, true));
	}

	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationUri("https://www.linkedin.com/oauth/v2/authorization")
			.tokenUri("https://www.linkedin.com/oauth/v2/accessToken")
			.scope(LinkedInSession.BASIC_PROFILE, LinkedInSession.ORGANIZATION_ADMIN)
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(false).build());
	}

	/** LinkedIn asks for everything or nothing, so nothing has to be asked again. */
	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		parameters.put("scope", String.join(" ", wish.scopes().stream().sorted().toList()));
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		String error = callback.getOrDefault("error", "");
		if (error.equals(APP_LACKS_PRODUCT)) {
			log.warn("LinkedIn does not let this app ask for its permissions: the app lacks the product"
					+ " Community Management API");
			return Diagnosis.of(DiagnosisKind.NETWORK_DOWN);
		}
		return Diagnosis.of(TEMPORARY.contains(error) ? DiagnosisKind.NETWORK_DOWN : DiagnosisKind.STOPPED);
	}

	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		OAuth2AuthorizationExchange exchange = request.getAuthorizationExchange();
		String code = exchange.getAuthorizationResponse().getCode();
		String redirectUri = exchange.getAuthorizationRequest().getRedirectUri();
		Assert.state(code != null && redirectUri != null, "A code is exchanged with its redirect address");
		return NetworkFaultException
			.whileSigningIn(() -> this.tokens.forCode(request.getClientRegistration(), code, redirectUri).toResponse());
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		return NetworkFaultException.whileSigningIn(() -> this.grants.complete(registration, TokenAnswer.of(answer)));
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		Assert.isTrue(network.equals(NETWORK), () -> "LinkedIn does not lead to " + network);
		return NetworkFaultException.whileSigningIn(() -> {
			var session = this.client.as(grant.access());
			List<ReachedChannel> channels = new ArrayList<>();
			this.members.of(session, grant.scopes()).ifPresent(channels::add);
			channels.addAll(this.pages.of(session));
			return new Reach(channels, Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(NETWORK));
		});
	}

	/** The member alone, or one page with its followers and its logo. */
	@Override
	public Profile profile(Grant grant, HeldChannel channel, ClientRegistration registration) {
		LinkedInSession session = this.client.as(grant.access());
		Optional<Profile> profile = LinkedInCheck.isMember(channel)
				? this.members.of(session, grant.scopes()).map(ReachedChannel::profile)
				: this.pages.profile(session.page(channel.externalId()), session);
		return profile.orElseThrow(() -> new NetworkFaultException(new NetworkFault.Unexpected()));
	}

	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
		NetworkFaultException.whileSigningIn(() -> {
			this.tokens.revoke(registration, grant.access());
			return (grant.refresh() != null) && this.tokens.revoke(registration, grant.refresh());
		});
	}

	/** Only approved partners get a refresh token; other logins stay as they are. */
	@Override
	public RenewalModel renewal() {
		return RenewalModel.REFRESHES;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		return this.grants.renew(registration, grant);
	}

	/**
	 * Asks who the member is and which roles the member has, and nothing about each page.
	 * A token that is refused is looked up where LinkedIn keeps its books: what those
	 * call active was refused by mistake (N-9).
	 */
	@Override
	public Map<HeldChannel, NetworkFault> check(Grant grant, Collection<HeldChannel> channels,
			ClientRegistration registration) {
		try {
			return LinkedInCheck.of(this.client.as(grant.access()), channels);
		}
		catch (NetworkFaultException ex) {
			boolean ofTheToken = ex.fault().isEndOfAccess()
					&& !ex.fault().equals(new NetworkFault.TokenRejected(Cause.ACCOUNT_RESTRICTED));
			if (ofTheToken && this.tokens.isActive(registration, grant.access())) {
				throw new NetworkFaultException(new NetworkFault.Unavailable(), ex);
			}
			throw ex;
		}
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.tokens.checkCredentials(registration);
	}

	private static Permission permission(String scope) {
		return new Permission(scope, "permission.linkedin." + scope);
	}

}
