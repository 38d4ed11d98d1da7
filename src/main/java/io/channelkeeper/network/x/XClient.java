package io.channelkeeper.network.x;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;

/**
 * Asks X's API, and turns every refusal into a {@link NetworkFaultException}.
 */
@Component
class XClient {

	private static final ApiName API = new ApiName("x");

	/** Look-ups have a limit of the app's own. */
	private static final ApiName LOOKUP = new ApiName("x/lookup");

	private final XApi api;

	private final XApi patient;

	private final ApiCalls calls;

	private final ApiCalls lookups;

	private final ApiCalls probes;

	private final XProperties network;

	XClient(RemoteClients clients, XProperties network) {
		this.api = clients.create(XApi.class, network.apiUrl());
		this.patient = clients.createPatient(XApi.class, network.apiUrl());
		this.calls = clients.calls(API, new XReading());
		this.lookups = clients.calls(LOOKUP, new XLookupReading());
		this.probes = clients.calls(API, new XCredentialsReading());
		this.network = network;
	}

	Json tokenForCode(ClientRegistration registration, String code, String redirectUri, String verifier) {
		return this.calls.read(() -> this.api.send(tokenAddress(registration), basic(registration),
				forCode(code, redirectUri, verifier)));
	}

	/** Uses a refresh token up. */
	Json refresh(ClientRegistration registration, TokenValue token) {
		return this.calls.read(() -> this.patient.send(tokenAddress(registration), basic(registration),
				Map.of("grant_type", "refresh_token", "refresh_token", token.value())));
	}

	/** The account that a token is for, or null where the answer has none. */
	@Nullable Json me(TokenValue token) {
		return this.calls.read(() -> this.api.me(bearer(token.value()), XProfiles.FIELDS)).object("data");
	}

	/** A stranger's account, or null where X shows none. */
	@Nullable Json stranger(String username, String bearerToken) {
		return this.lookups.read(() -> this.api.byUsername(username, bearer(bearerToken), XProfiles.FIELDS))
			.object("data");
	}

	/**
	 * Gives a token back.
	 * @param address another address than the API's own, or null
	 */
	void revoke(ClientRegistration registration, TokenValue token, @Nullable String address) {
		String url = StringUtils.hasText(address) ? address : this.network.apiUrl() + "/2/oauth2/revoke";
		this.calls.answer(() -> this.api.send(new DefaultUriBuilderFactory(url), basic(registration),
				Map.of("token", token.value())));
	}

	/** Whether X takes the app's id and secret, found out with a code that nobody has. */
	CredentialsState checkCredentials(ClientRegistration registration) {
		try {
			this.probes.answer(() -> this.api.send(tokenAddress(registration), basic(registration),
					forCode("made-up", String.valueOf(registration.getRedirectUri()), "made-up".repeat(7))));
			return CredentialsState.ACCEPTED;
		}
		catch (NetworkFaultException ex) {
			return (ex.fault() instanceof NetworkFault.TokenRejected) ? CredentialsState.REFUSED
					: CredentialsState.UNKNOWN;
		}
	}

	private static Map<String, String> forCode(String code, String redirectUri, String verifier) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "authorization_code");
		form.put("code", code);
		form.put("redirect_uri", redirectUri);
		form.put("code_verifier", verifier);
		return form;
	}

	private static DefaultUriBuilderFactory tokenAddress(ClientRegistration registration) {
		return new DefaultUriBuilderFactory(registration.getProviderDetails().getTokenUri());
	}

	private static String bearer(String token) {
		return "Bearer " + token;
	}

	/** Id and secret are encoded first (RFC 6749, 2.3.1). */
	private static String basic(ClientRegistration registration) {
		return "Basic " + HttpHeaders.encodeBasicAuth(encode(registration.getClientId()),
				encode(registration.getClientSecret()), StandardCharsets.UTF_8);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
