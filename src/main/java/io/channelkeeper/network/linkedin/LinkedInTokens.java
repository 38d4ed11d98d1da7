package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

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
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.network.TokenAnswer;

/**
 * Asks the addresses at which LinkedIn gives, explains and takes back tokens. Id and
 * secret go into the form.
 */
@Component
@EnableConfigurationProperties(LinkedInProviderProperties.class)
class LinkedInTokens {

	private static final ApiName API = new ApiName("linkedin");

	private final LinkedInApi api;

	private final ApiCalls calls;

	private final ApiCalls returns;

	private final ApiCalls checks;

	private final LinkedInProviderProperties properties;

	LinkedInTokens(RemoteClients clients, LinkedInProperties network, LinkedInProviderProperties properties) {
		this.api = clients.create(LinkedInApi.class, network.apiUrl());
		this.calls = clients.calls(API, reading(LinkedInTokens::fault));
		this.returns = clients.calls(API, reading(LinkedInTokens::faultOfReturn));
		this.checks = clients.calls(API, reading(LinkedInTokens::faultOfCheck));
		this.properties = properties;
	}

	TokenAnswer forCode(ClientRegistration registration, String code, String redirectUri) {
		return token(registration,
				Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
	}

	TokenAnswer refresh(ClientRegistration registration, TokenValue refresh) {
		return token(registration, Map.of("grant_type", "refresh_token", "refresh_token", refresh.value()));
	}

	/** What LinkedIn says of a token. */
	Json introspect(ClientRegistration registration, TokenValue token) {
		return this.calls
			.read(() -> post(this.properties.introspectUrl(), registration, Map.of("token", token.value())));
	}

	/** Whether LinkedIn itself calls a token good; not if it does not say. */
	boolean isActive(ClientRegistration registration, TokenValue token) {
		try {
			return Boolean.TRUE.equals(introspect(registration, token).flag("active"));
		}
		catch (NetworkFaultException ex) {
			return false;
		}
	}

	/**
	 * Takes a token back; the answer may be empty.
	 * @return whether there was still something to take back
	 */
	boolean revoke(ClientRegistration registration, TokenValue token) {
		try {
			this.returns.answer(() -> post(this.properties.revokeUrl(), registration, Map.of("token", token.value())));
			return true;
		}
		catch (NetworkFaultException ex) {
			if (!ex.fault().isEndOfAccess()) {
				throw ex;
			}
			return false;
		}
	}

	/**
	 * Whether LinkedIn takes the application's own id and secret: it explains any token,
	 * were it made up, to those that it knows.
	 */
	CredentialsState checkCredentials(ClientRegistration registration) {
		try {
			Json answer = this.checks
				.read(() -> post(this.properties.introspectUrl(), registration, Map.of("token", "made-up")));
			return isOfTheClient(answer) ? CredentialsState.REFUSED
					: (answer.flag("active") != null) ? CredentialsState.ACCEPTED : CredentialsState.UNKNOWN;
		}
		catch (NetworkFaultException ex) {
			return CredentialsState.UNKNOWN;
		}
	}

	private TokenAnswer token(ClientRegistration registration, Map<String, String> form) {
		URI address = URI.create(registration.getProviderDetails().getTokenUri());
		return TokenAnswer.of(this.calls.read(() -> post(address, registration, form)), "refresh_token_expires_in");
	}

	private ResponseEntity<byte[]> post(URI address, ClientRegistration registration, Map<String, String> form) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		form.forEach(all::add);
		all.add("client_id", registration.getClientId());
		all.add("client_secret", registration.getClientSecret());
		return this.api.post(new DefaultUriBuilderFactory(address.toString()), all);
	}

	private static @Nullable NetworkFault fault(RemoteAnswer answer, Instant now) {
		return LinkedInErrors.ofTokens(answer, now);
	}

	private static @Nullable NetworkFault faultOfReturn(RemoteAnswer answer, Instant now) {
		return (answer.isSuccess() && (answer.body() == null || answer.body().text("error") == null)) ? null
				: LinkedInErrors.ofTokens(answer, now);
	}

	/** That the operator's secret is wrong is what a check wants to hear. */
	private static @Nullable NetworkFault faultOfCheck(RemoteAnswer answer, Instant now) {
		return (answer.body() != null && isOfTheClient(answer.body())) ? null : LinkedInErrors.ofTokens(answer, now);
	}

	private static boolean isOfTheClient(Json answer) {
		String error = answer.text("error");
		return error != null && LinkedInErrors.OF_THE_CLIENT.contains(error);
	}

	private static AnswerReading reading(FaultReading reading) {
		return new AnswerReading() {

			@Override
			public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
				return reading.faultOf(answer, now);
			}

			@Override
			public String describe(RemoteAnswer answer) {
				return LinkedInReading.describeError(answer);
			}

		};
	}

	/** What an answer of one address means. */
	@FunctionalInterface
	private interface FaultReading {

		@Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now);

	}

}
