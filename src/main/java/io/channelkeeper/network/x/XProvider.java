package io.channelkeeper.network.x;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

/**
 * Signing in at X, which leads to the one account that signed in. A code lives for 30
 * seconds, a refresh token for one use, and a grant until the same account signs in with
 * the same app again (N-3, N-8).
 */
@Component
@EnableConfigurationProperties(XProviderProperties.class)
class XProvider implements SignInProvider {

	static final ProviderId ID = new ProviderId("x");

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");

	/** X knows who signed in, and does not open the account. */
	private static final Set<NetworkFault> NOT_OPEN = Set.of(new NetworkFault.TokenRejected(Cause.ACCOUNT_LOCKED),
			new NetworkFault.TokenRejected(Cause.ACCOUNT_SUSPENDED),
			new NetworkFault.ChannelLost(Cause.ACCOUNT_SUSPENDED), new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED));

	private static final List<Permission> PERMISSIONS = List.of(new Permission("tweet.read", "permission.x.tweet-read"),
			new Permission("users.read", "permission.x.users-read"),
			new Permission("offline.access", "permission.x.offline-access"));

	private final XClient client;

	private final XGrants grants;

	private final XProviderProperties properties;

	XProvider(XClient client, XGrants grants, XProviderProperties properties) {
		this.client = client;
		this.grants = grants;
		this.properties = properties;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "X";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(new SignInWay(XNetwork.ID, ID, PERMISSIONS, List.of("network.x.x.preparation.account",
				"network.x.x.preparation.public", "network.x.x.preparation.once"), false, false));
	}

	/** PKCE is demanded although the app has a secret. */
	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationUri("https://x.com/i/oauth2/authorize")
			.tokenUri("https://api.x.com/2/oauth2/token")
			.scope(PERMISSIONS.stream().map(Permission::scope).toList())
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
	}

	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		parameters.put("scope", String.join(" ", wish.scopes().stream().sorted().toList()));
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		return Diagnosis.of(TEMPORARY.contains(callback.getOrDefault("error", "")) ? DiagnosisKind.NETWORK_DOWN
				: DiagnosisKind.STOPPED)
			.at(XNetwork.ID);
	}

	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		OAuth2AuthorizationRequest asked = request.getAuthorizationExchange().getAuthorizationRequest();
		String code = request.getAuthorizationExchange().getAuthorizationResponse().getCode();
		String redirectUri = asked.getRedirectUri();
		String verifier = asked.getAttribute(PkceParameterNames.CODE_VERIFIER);
		Assert.state(code != null && redirectUri != null && verifier != null,
				"A code is exchanged with its redirect address and its verifier");
		return signingIn(() -> XGrants.response(
				this.client.tokenForCode(request.getClientRegistration(), code, redirectUri, verifier),
				asked.getScopes()));
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		List<String> missing = PERMISSIONS.stream()
			.filter((permission) -> !answer.getAccessToken().getScopes().contains(permission.scope()))
			.map(Permission::key)
			.toList();
		// Without them X would not even say who signed in.
		if (!missing.isEmpty()) {
			throw new SignInFailedException(
					Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions", String.join(",", missing)));
		}
		TokenValue token = new TokenValue(answer.getAccessToken().getTokenValue());
		return asking(() -> this.grants.first(answer, this.client.me(token)));
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		Assert.isTrue(network.equals(XNetwork.ID), () -> "X does not lead to " + network);
		Profile profile = asking(() -> XProfiles.read(this.client.me(grant.access())));
		return new Reach(List.of(new ReachedChannel(profile, null, obstacle(profile))), noChannel());
	}

	/** An access that is gone already counts as given back. */
	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
		TokenValue refresh = grant.refresh();
		if (refresh != null) {
			revoke(refresh, registration);
		}
		revoke(grant.access(), registration);
	}

	@Override
	public RenewalModel renewal() {
		return RenewalModel.ROTATES;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		TokenValue refresh = grant.refresh();
		if (refresh == null) {
			throw new NetworkFaultException(new NetworkFault.TokenExpired());
		}
		return this.grants.next(grant, this.client.refresh(registration, refresh));
	}

	/**
	 * The one account that a sign-in leads to. X bills each time it is read, but nothing
	 * that is free tells that an account is locked, suspended or protected; whether the
	 * consent lives is told for nothing by the renewals every two hours.
	 */
	@Override
	public Cause causeOfAbsence(NetworkId network) {
		return Cause.ACCOUNT_DELETED;
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.client.checkCredentials(registration);
	}

	private void revoke(TokenValue token, ClientRegistration registration) {
		try {
			this.client.revoke(registration, token, this.properties.revokeUrl());
		}
		catch (NetworkFaultException ex) {
			if (!ex.fault().isEndOfAccess()) {
				throw ex.whileSigningIn();
			}
		}
	}

	/** What is protected is not read (P-5). */
	private static @Nullable Diagnosis obstacle(Profile profile) {
		return Boolean.FALSE.equals(profile.isPublic())
				? Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", "@" + profile.handle()).at(XNetwork.ID) : null;
	}

	private static Diagnosis noChannel() {
		return Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(XNetwork.ID);
	}

	/**
	 * An account that is locked or suspended may sign in, and is refused only when it is
	 * asked for.
	 */
	private static <T> T asking(Supplier<T> question) {
		return signingIn(() -> {
			try {
				return question.get();
			}
			catch (NetworkFaultException ex) {
				if (NOT_OPEN.contains(ex.fault())) {
					throw new SignInFailedException(noChannel(), ex);
				}
				throw ex;
			}
		});
	}

	private static <T> T signingIn(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (NetworkFaultException ex) {
			throw new SignInFailedException(ex.whileSigningIn().diagnosis().at(XNetwork.ID), ex);
		}
	}

}
