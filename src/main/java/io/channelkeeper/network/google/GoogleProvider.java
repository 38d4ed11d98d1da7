package io.channelkeeper.network.google;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
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
import io.channelkeeper.network.HeldChannel;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

/**
 * Signing in with a Google account: leads to a YouTube channel, or to the places of
 * Google Business. Each asks for its own permissions only; what the person granted before
 * comes back with them.
 */
@Component
class GoogleProvider implements SignInProvider {

	static final ProviderId ID = new ProviderId("google");

	/** Tells Google's number for the person, and nothing else. */
	private static final String WHO = "openid";

	/** Errors at the callback that pass by themselves. */
	private static final Set<String> TEMPORARY = Set.of("server_error", "temporarily_unavailable");

	private final GoogleAuth auth;

	private final GoogleGrants grants;

	private final YouTubeChannels channels;

	private final BusinessPlaces places;

	GoogleProvider(GoogleAuth auth, GoogleGrants grants, YouTubeChannels channels, BusinessPlaces places) {
		this.auth = auth;
		this.grants = grants;
		this.channels = channels;
		this.places = places;
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "Google";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(YouTubeChannels.way(ID), BusinessPlaces.way(ID));
	}

	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationUri("https://accounts.google.com/o/oauth2/v2/auth")
			.tokenUri("https://oauth2.googleapis.com/token")
			.scope(ways().stream()
				.flatMap((way) -> way.permissions().stream())
				.map(Permission::scope)
				.distinct()
				.toList());
	}

	/**
	 * Without both {@code access_type} and {@code prompt} a repeated sign-in brings no
	 * refresh token.
	 */
	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
		parameters.put("scope",
				String.join(" ", Stream.concat(Stream.of(WHO), wish.scopes().stream().sorted()).toList()));
		parameters.put("access_type", "offline");
		parameters.put("prompt", wish.otherAccount() ? "select_account consent" : "consent");
		parameters.put("include_granted_scopes", "true");
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		return Diagnosis.of(TEMPORARY.contains(callback.getOrDefault("error", "")) ? DiagnosisKind.NETWORK_DOWN
				: DiagnosisKind.STOPPED);
	}

	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		OAuth2AuthorizationExchange exchange = request.getAuthorizationExchange();
		OAuth2AuthorizationRequest asked = exchange.getAuthorizationRequest();
		String code = exchange.getAuthorizationResponse().getCode();
		String redirectUri = asked.getRedirectUri();
		Assert.state(code != null && redirectUri != null, "A code is exchanged with its redirect address");
		return NetworkFaultException
			.whileSigningIn(() -> GoogleGrants.response(this.auth.tokenForCode(request.getClientRegistration(), code,
					redirectUri, asked.getAttribute(PkceParameterNames.CODE_VERIFIER)), asked.getScopes()));
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		return NetworkFaultException.whileSigningIn(() -> this.grants.first(registration, answer));
	}

	/** A permission may be refused although Google called it granted. */
	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		boolean business = network.equals(GoogleBusinessNetwork.ID);
		Assert.isTrue(business || network.equals(YouTubeNetwork.ID), () -> "Google does not lead to " + network);
		try {
			return business ? this.places.reach(grant.access()) : this.channels.reach(grant.access());
		}
		catch (NetworkFaultException ex) {
			if (ex.fault() instanceof NetworkFault.PermissionMissing) {
				SignInWay way = business ? BusinessPlaces.way(ID) : YouTubeChannels.way(ID);
				Permission needed = way.permissions().getFirst();
				throw new SignInFailedException(
						Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions", needed.key()),
						new NetworkFaultException(new NetworkFault.PermissionMissing(needed.scope()), ex));
			}
			throw ex.whileSigningIn();
		}
	}

	/** A token stands for one channel of YouTube, but for all of a person's places. */
	@Override
	public Profile profile(Grant grant, HeldChannel channel, ClientRegistration registration) {
		return channel.network().equals(GoogleBusinessNetwork.ID)
				? this.places.place(grant.access(), channel.externalId())
				: SignInProvider.super.profile(grant, channel, registration);
	}

	/** An access that is gone already counts as given back. */
	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
		TokenValue refresh = grant.refresh();
		try {
			this.auth.revoke((refresh != null) ? refresh : grant.access());
		}
		catch (NetworkFaultException ex) {
			if (!ex.fault().isEndOfAccess()) {
				throw ex.whileSigningIn();
			}
		}
	}

	@Override
	public RenewalModel renewal() {
		return RenewalModel.REFRESHES;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		TokenValue refresh = grant.refresh();
		if (refresh == null) {
			throw new NetworkFaultException(new NetworkFault.TokenExpired());
		}
		return this.grants.renewed(grant, this.auth.refreshedToken(registration, refresh));
	}

	/** A channel belongs to its account; places are lent to their managers. */
	@Override
	public Cause causeOfAbsence(NetworkId network) {
		return network.equals(YouTubeNetwork.ID) ? Cause.ACCOUNT_DELETED : Cause.ROLE_LOST;
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return this.auth.checkCredentials(registration);
	}

}
