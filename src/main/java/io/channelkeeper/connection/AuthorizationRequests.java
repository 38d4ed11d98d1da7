package io.channelkeeper.connection;

import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.SecretToken;

/**
 * Makes authorization requests by Spring Security's own resolver, and makes them again
 * from what an attempt kept, because no request is ever kept as a whole.
 */
@Component
class AuthorizationRequests {

	private final SignInProviders providers;

	private final Sealer sealer;

	AuthorizationRequests(SignInProviders providers, Sealer sealer) {
		this.providers = providers;
		this.sealer = sealer;
	}

	OAuth2AuthorizationRequest make(HttpServletRequest request, SignInProvider provider, AuthorizationWish wish) {
		var resolver = new DefaultOAuth2AuthorizationRequestResolver((id) -> this.providers.registration(provider.id()),
				"/unused");
		resolver.setAuthorizationRequestCustomizer((builder) -> builder.scopes(wish.scopes())
			.parameters((parameters) -> provider.dress(parameters, wish)));
		OAuth2AuthorizationRequest made = resolver.resolve(request, provider.id().value());
		if (made == null) {
			throw new IllegalStateException("No authorization request for " + provider.id());
		}
		return made;
	}

	static @Nullable String verifier(OAuth2AuthorizationRequest request) {
		return request.getAttribute(PkceParameterNames.CODE_VERIFIER);
	}

	/** What was asked and what came back, as Spring Security wants to see it. */
	OAuth2AuthorizationExchange exchange(SignInAttempt attempt, ClientRegistration registration, SecretToken state,
			String code) {
		OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
			.clientId(registration.getClientId())
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.redirectUri(attempt.redirectUri())
			.scopes(Set.copyOf(attempt.scopes()))
			.state(state.value())
			.attributes((attributes) -> {
				attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
				String verifier = open(attempt);
				if (verifier != null) {
					attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
				}
			})
			.build();
		OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success(code)
			.redirectUri(attempt.redirectUri())
			.state(state.value())
			.build();
		return new OAuth2AuthorizationExchange(asked, answered);
	}

	private @Nullable String open(SignInAttempt attempt) {
		byte[] sealed = attempt.verifier();
		return (sealed != null)
				? this.sealer.open(sealed, SignInAttempt.verifierPlace(attempt.organizationId(), attempt.id())) : null;
	}

}
