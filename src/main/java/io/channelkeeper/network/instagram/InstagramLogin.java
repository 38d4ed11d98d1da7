package io.channelkeeper.network.instagram;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
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
 * Asks Instagram Login's API and turns every refusal into a
 * {@link NetworkFaultException}.
 */
@Component
class InstagramLogin {

	private static final String FIELDS = "id,user_id,username,name,account_type,profile_picture_url,"
			+ "followers_count,follows_count,media_count";

	private final InstagramApi api;

	private final ApiCalls calls;

	/** Refusals are what these ask for. */
	private final ApiCalls checks;

	InstagramLogin(RemoteClients clients, InstagramProperties properties) {
		this.api = clients.create(InstagramApi.class, properties.apiUrl());
		this.calls = clients.calls(new ApiName("instagram"), new InstagramReading());
		this.checks = clients.calls(new ApiName("instagram"), new InstagramReading() {

			@Override
			public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
				NetworkFault fault = super.faultOf(answer, now);
				return isRefusal(answer) ? null : fault;
			}

		});
	}

	/** The answer to a code, whether it stands alone or as the one entry of a list. */
	Json tokenForCode(ClientRegistration registration, String code, String redirectUri) {
		Json answer = this.calls.read(() -> shortToken(registration, code, redirectUri));
		List<Json> listed = answer.objects("data");
		return listed.isEmpty() ? answer : listed.getFirst();
	}

	Json longToken(ClientRegistration registration, TokenValue token) {
		return this.calls.read(() -> this.api.longToken(Map.of("grant_type", "ig_exchange_token", "client_secret",
				registration.getClientSecret(), "access_token", token.value())));
	}

	/** A token that is a day old at least and has not ended begins anew. */
	Json refreshedToken(TokenValue token) {
		return this.calls.read(
				() -> this.api.refreshedToken(Map.of("grant_type", "ig_refresh_token", "access_token", token.value())));
	}

	Json me(TokenValue token) {
		return this.calls.read(() -> this.api.me(Map.of("fields", FIELDS, "access_token", token.value())));
	}

	/**
	 * Instagram tells wrong credentials from a wrong code only by the words of its
	 * refusal.
	 */
	CredentialsState checkCredentials(ClientRegistration registration) {
		try {
			Json body = this.checks
				.answer(() -> shortToken(registration, "made-up", String.valueOf(registration.getRedirectUri())))
				.body();
			if (body == null || body.text("error_message") == null) {
				return CredentialsState.UNKNOWN;
			}
			if (InstagramReading.isAboutTheApp(body)) {
				return CredentialsState.REFUSED;
			}
			return InstagramReading.isAboutTheCode(body) ? CredentialsState.ACCEPTED : CredentialsState.UNKNOWN;
		}
		catch (NetworkFaultException ex) {
			return CredentialsState.UNKNOWN;
		}
	}

	private ResponseEntity<byte[]> shortToken(ClientRegistration registration, String code, String redirectUri) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("client_id", registration.getClientId());
		form.put("client_secret", registration.getClientSecret());
		form.put("grant_type", "authorization_code");
		form.put("redirect_uri", redirectUri);
		form.put("code", code);
		return this.api.shortToken(new DefaultUriBuilderFactory(registration.getProviderDetails().getTokenUri()), form);
	}

}
