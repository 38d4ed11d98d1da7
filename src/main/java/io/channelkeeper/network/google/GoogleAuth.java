package io.channelkeeper.network.google;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;

/**
 * Asks Google for tokens and gives them back.
 */
@Component
@EnableConfigurationProperties(GoogleProviderProperties.class)
class GoogleAuth {

	private static final ApiName NAME = new ApiName("google");

	/** What Google says of a client that it does not know, or that it knows otherwise. */
	private static final Set<String> WRONG_CLIENT = Set.of("invalid_client", "unauthorized_client", "deleted_client");

	private final GoogleAuthApi api;

	private final ApiCalls calls;

	private final ApiCalls returns;

	private final ApiCalls checks;

	private final URI revokeUrl;

	GoogleAuth(RemoteClients clients, GoogleProviderProperties properties, Clock clock) {
		this.api = clients.create(GoogleAuthApi.class, properties.revokeUrl());
		AnswerReading reading = new GoogleReading();
		this.calls = clients.calls(NAME, reading);
		// Google says nothing when a token was taken back.
		this.returns = clients.calls(NAME, (answer, now) -> answer.isSuccess() ? null : reading.faultOf(answer, now));
		this.checks = clients.calls(NAME,
				(answer, now) -> (errorOf(answer) != null) ? null : reading.faultOf(answer, now));
		this.revokeUrl = properties.revokeUrl();
	}

	/**
	 * Exchanges a code.
	 * @param verifier what proves that the code was asked for by us (PKCE), or null
	 */
	Json tokenForCode(ClientRegistration registration, String code, String redirectUri, @Nullable String verifier) {
		MultiValueMap<String, String> form = form(registration,
				Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
		if (verifier != null) {
			form.set("code_verifier", verifier);
		}
		return this.calls.read(() -> token(registration, form));
	}

	Json refreshedToken(ClientRegistration registration, TokenValue refresh) {
		MultiValueMap<String, String> form = form(registration,
				Map.of("grant_type", "refresh_token", "refresh_token", refresh.value()));
		return this.calls.read(() -> token(registration, form));
	}

	/**
	 * Takes a token back, and with it everything that the person granted us at Google.
	 */
	void revoke(TokenValue token) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("token", token.value());
		this.returns.answer(() -> this.api.post(new DefaultUriBuilderFactory(this.revokeUrl.toString()), form));
	}

	/** Whether Google takes the application's own id and secret. */
	CredentialsState checkCredentials(ClientRegistration registration) {
		try {
			String error = errorOf(this.checks.answer(() -> token(registration,
					form(registration, Map.of("grant_type", "refresh_token", "refresh_token", "1//none")))));
			if (error != null && WRONG_CLIENT.contains(error)) {
				return CredentialsState.REFUSED;
			}
			return Objects.equals(error, "invalid_grant") ? CredentialsState.ACCEPTED : CredentialsState.UNKNOWN;
		}
		catch (NetworkFaultException ex) {
			return CredentialsState.UNKNOWN;
		}
	}

	private ResponseEntity<byte[]> token(ClientRegistration registration, MultiValueMap<String, String> form) {
		return this.api.post(new DefaultUriBuilderFactory(registration.getProviderDetails().getTokenUri()), form);
	}

	private static @Nullable String errorOf(RemoteAnswer answer) {
		return (answer.body() != null) ? answer.body().text("error") : null;
	}

	private static MultiValueMap<String, String> form(ClientRegistration registration, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(fields);
		form.set("client_id", registration.getClientId());
		form.set("client_secret", registration.getClientSecret());
		return form;
	}

}
