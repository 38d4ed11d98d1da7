package io.channelkeeper.network.facebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;

/**
 * Asks Facebook's Graph API, proves with each token that the question is ours, and turns
 * every refusal into a {@link NetworkFaultException}.
 */
@Component
class FacebookGraph {

	private static final String PAGE_FIELDS = "id,name,username,access_token,tasks,is_published,"
			+ "instagram_business_account{id,username,name,profile_picture_url,followers_count,follows_count,media_count}";

	/** Nobody runs more pages than that; a network that says so is mistaken. */
	private static final int MOST_ANSWERS = 20;

	private final FacebookApi api;

	private final ApiCalls calls;

	private final FacebookNetworkProperties network;

	private final Clock clock;

	FacebookGraph(RemoteClients clients, FacebookNetworkProperties network, Clock clock) {
		this.api = clients.create(FacebookApi.class, network.apiUrl());
		this.calls = clients.calls(new ApiName("facebook"), new GraphReading());
		this.network = network;
		this.clock = clock;
	}

	Json tokenForCode(ClientRegistration registration, String code, String redirectUri) {
		return token(registration, Map.of("redirect_uri", redirectUri, "code", code));
	}

	Json longLivedToken(ClientRegistration registration, TokenValue token) {
		return token(registration, Map.of("grant_type", "fb_exchange_token", "fb_exchange_token", token.value()));
	}

	Json me(ClientRegistration registration, TokenValue token) {
		return this.calls.read(() -> this.api.me(signed(registration, token, Map.of("fields", "id,name"))));
	}

	Json permissions(ClientRegistration registration, TokenValue token) {
		return this.calls.read(() -> this.api.permissions(signed(registration, token, Map.of())));
	}

	/** What Facebook says of a token: whether it is good, and until when. */
	Json debug(ClientRegistration registration, TokenValue token) {
		RemoteAnswer answer = this.calls.answer(() -> this.api
			.debug(signed(registration, appToken(registration), Map.of("input_token", token.value()))));
		Json data = (answer.body() != null) ? answer.body().object("data") : null;
		if (data == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		Json error = data.object("error");
		if (error != null) {
			throw new NetworkFaultException(GraphErrors.translate(error, "subcode", answer, this.clock.instant()));
		}
		return data;
	}

	/**
	 * Whether Facebook takes the application's own id and secret: what it says of the
	 * token that is asked about does not matter.
	 */
	CredentialsState checkCredentials(ClientRegistration registration) {
		TokenValue own = appToken(registration);
		try {
			Json answer = this.calls
				.read(() -> this.api.debug(signed(registration, own, Map.of("input_token", own.value()))));
			return (answer.object("data") != null) ? CredentialsState.ACCEPTED : CredentialsState.UNKNOWN;
		}
		catch (NetworkFaultException ex) {
			return (ex.fault() instanceof NetworkFault.TokenRejected) ? CredentialsState.REFUSED
					: CredentialsState.UNKNOWN;
		}
	}

	/** All pages that were ticked in the dialog, from as many answers as they come in. */
	List<Json> pages(ClientRegistration registration, TokenValue token) {
		List<Json> pages = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		String after = null;
		do {
			Map<String, String> wanted = new LinkedHashMap<>(Map.of("fields", PAGE_FIELDS, "limit", "100"));
			if (after != null) {
				wanted.put("after", after);
			}
			Json answer = this.calls.read(() -> this.api.accounts(signed(registration, token, wanted)));
			if (!answer.hasList("data")) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			pages.addAll(answer.objects("data"));
			after = next(answer);
		}
		while (after != null && seen.add(after) && seen.size() < MOST_ANSWERS);
		return pages;
	}

	/**
	 * Gives all of a person's permissions back.
	 * @param address another address than the API's own, or null
	 */
	void revoke(ClientRegistration registration, Grant grant, @Nullable String address) {
		String template = StringUtils.hasText(address) ? address : this.network.apiUrl() + "/{user-id}/permissions";
		this.calls.read(() -> this.api.revoke(new DefaultUriBuilderFactory(template), grant.userId(),
				signed(registration, grant.access(), Map.of())));
	}

	/** The address of the next answer holds the token, so only its cursor is taken. */
	private static @Nullable String next(Json answer) {
		Json paging = answer.object("paging");
		Json cursors = (paging != null) ? paging.object("cursors") : null;
		return (paging != null && paging.text("next") != null && cursors != null) ? cursors.text("after") : null;
	}

	private Json token(ClientRegistration registration, Map<String, String> parameters) {
		Map<String, String> all = new LinkedHashMap<>(parameters);
		all.put("client_id", registration.getClientId());
		all.put("client_secret", registration.getClientSecret());
		return this.calls.read(() -> this.api
			.token(new DefaultUriBuilderFactory(registration.getProviderDetails().getTokenUri()), all));
	}

	private static TokenValue appToken(ClientRegistration registration) {
		return new TokenValue(registration.getClientId() + "|" + registration.getClientSecret());
	}

	private static Map<String, String> signed(ClientRegistration registration, TokenValue token,
			Map<String, String> parameters) {
		Map<String, String> signed = new LinkedHashMap<>(parameters);
		signed.put("access_token", token.value());
		signed.put("appsecret_proof", proof(token, registration.getClientSecret()));
		return signed;
	}

	private static String proof(TokenValue token, String secret) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(token.value().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
