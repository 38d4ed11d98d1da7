package io.channelkeeper.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/**
 * A code on its way through Spring Security to a provider, as the application sends it.
 */
public final class CodeExchange {

	/** The proof of every departure made here. */
	public static final String VERIFIER = "v".repeat(64);

	private CodeExchange() {
	}

	/** Exchanges a code that somebody brought back from a departure without more. */
	public static OAuth2AuthorizationCodeAuthenticationToken signIn(SignInProvider provider,
			ClientRegistration registration, String code) {
		return signIn(provider, registration, departure(registration), code);
	}

	/** The same after a departure of the test's own. */
	public static OAuth2AuthorizationCodeAuthenticationToken signIn(SignInProvider provider,
			ClientRegistration registration, OAuth2AuthorizationRequest departure, String code) {
		OAuth2AuthorizationResponse back = OAuth2AuthorizationResponse.success(code)
			.redirectUri(Objects.requireNonNull(departure.getRedirectUri()))
			.state(Objects.requireNonNull(departure.getState()))
			.build();
		return (OAuth2AuthorizationCodeAuthenticationToken) new OAuth2AuthorizationCodeAuthenticationProvider(
				provider::exchange)
			.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(registration,
					new OAuth2AuthorizationExchange(departure, back)));
	}

	/** A departure that asks for these permissions, with a proof and a state. */
	public static OAuth2AuthorizationRequest departure(ClientRegistration registration, String... scopes) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scope(scopes)
			.attributes((attributes) -> attributes.put(PkceParameterNames.CODE_VERIFIER, VERIFIER))
			.state("s")
			.build();
	}

	/** What came of it, as it is handed on to {@link SignInProvider#complete}. */
	public static OAuth2AccessTokenResponse answer(OAuth2AuthorizationCodeAuthenticationToken signedIn) {
		OAuth2AccessToken access = Objects.requireNonNull(signedIn.getAccessToken());
		OAuth2RefreshToken refresh = signedIn.getRefreshToken();
		return OAuth2AccessTokenResponse.withToken(access.getTokenValue())
			.tokenType(access.getTokenType())
			.expiresIn(life(access))
			.scopes(access.getScopes())
			.refreshToken((refresh != null) ? refresh.getTokenValue() : null)
			.additionalParameters(signedIn.getAdditionalParameters())
			.build();
	}

	private static long life(OAuth2AccessToken access) {
		Instant from = access.getIssuedAt();
		Instant to = access.getExpiresAt();
		return (from != null && to != null) ? Duration.between(from, to).toSeconds() : 0;
	}

}
