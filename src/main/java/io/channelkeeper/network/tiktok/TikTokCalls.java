package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;

/**
 * Asks TikTok, and turns every refusal into a {@link NetworkFaultException}.
 */
@Component
class TikTokCalls {

	private static final ApiName API = new ApiName("tiktok");

	private final TikTokApi api;

	private final TikTokApi patientApi;

	private final ApiCalls calls;

	private final ApiCalls probes;

	TikTokCalls(RemoteClients clients, TikTokProperties network) {
		this.api = clients.create(TikTokApi.class, network.apiUrl());
		this.patientApi = clients.createPatient(TikTokApi.class, network.apiUrl());
		this.calls = clients.calls(API, new TikTokReading());
		this.probes = clients.calls(API, new ProbeReading());
	}

	Json tokenForCode(ClientRegistration registration, String code, String redirectUri) {
		return token(this.api, registration,
				Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
	}

	/** The refresh token is used up by this, whatever becomes of the answer. */
	Json tokenForRefresh(ClientRegistration registration, TokenValue refresh) {
		return token(this.patientApi, registration,
				Map.of("grant_type", "refresh_token", "refresh_token", refresh.value()));
	}

	/** Everything of the user that these permissions show. */
	Json user(TokenValue access, Set<String> granted) {
		Json answer = this.calls.read(() -> this.api.user("Bearer " + access.value(), TikTokScope.fieldsOf(granted)));
		Json data = answer.object("data");
		Json user = (data != null) ? data.object("user") : null;
		if (user == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return user;
	}

	void revoke(ClientRegistration registration, TokenValue access, URI address) {
		Map<String, String> form = credentials(registration);
		form.put("token", access.value());
		this.calls.answer(() -> this.api.form(new DefaultUriBuilderFactory(address.toString()), form));
	}

	/** Only wrong credentials are a reason to refuse them; a made-up code is another. */
	CredentialsState checkCredentials(ClientRegistration registration) {
		Map<String, String> form = credentials(registration);
		form.putAll(Map.of("grant_type", "authorization_code", "code", "made-up-to-check-credentials", "redirect_uri",
				registration.getRedirectUri()));
		try {
			RemoteAnswer answer = this.probes.answer(() -> this.api.form(tokenAddress(registration), form));
			String code = TikTokReading.codeOf(answer.body());
			return "invalid_grant".equals(code) ? CredentialsState.ACCEPTED
					: ProbeReading.isAboutCredentials(code) ? CredentialsState.REFUSED : CredentialsState.UNKNOWN;
		}
		catch (NetworkFaultException ex) {
			return CredentialsState.UNKNOWN;
		}
	}

	private Json token(TikTokApi api, ClientRegistration registration, Map<String, String> parameters) {
		Map<String, String> form = credentials(registration);
		form.putAll(parameters);
		return this.calls.read(() -> api.form(tokenAddress(registration), form));
	}

	private static DefaultUriBuilderFactory tokenAddress(ClientRegistration registration) {
		return new DefaultUriBuilderFactory(registration.getProviderDetails().getTokenUri());
	}

	private static Map<String, String> credentials(ClientRegistration registration) {
		return new LinkedHashMap<>(
				Map.of("client_key", registration.getClientId(), "client_secret", registration.getClientSecret()));
	}

	/** Takes what is said of the code and of the credentials for an answer. */
	private static final class ProbeReading extends TikTokReading {

		@Override
		public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
			String code = codeOf(answer.body());
			return ("invalid_grant".equals(code) || isAboutCredentials(code)) ? null : super.faultOf(answer, now);
		}

		private static boolean isAboutCredentials(@Nullable String code) {
			return "invalid_client".equals(code) || "unauthorized_client".equals(code);
		}

	}

}
