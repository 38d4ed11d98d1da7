package io.channelkeeper.network.facebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Loan;
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

	/** Without it only the pages that were ticked in the dialog are told. */
	private static final String BUSINESS = "business_management";

	private final FacebookApi api;

	private final ApiCalls calls;

	/** To these an unknown account is an answer like any other. */
	private final ApiCalls lookups;

	private final FacebookNetworkProperties network;

	private final Clock clock;

	FacebookGraph(RemoteClients clients, FacebookNetworkProperties network, Clock clock) {
		this.api = clients.create(FacebookApi.class, network.apiUrl());
		this.calls = clients.calls(new ApiName("facebook"), new GraphReading());
		this.lookups = clients.calls(new ApiName("facebook"), new GraphReading() {

			@Override
			public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
				return GraphErrors.isUnknownAccount(answer) ? null : super.faultOf(answer, now);
			}

		});
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
		if (Boolean.FALSE.equals(data.flag("is_valid"))) {
			throw new NetworkFaultException(new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED));
		}
		return data;
	}

	/** Why a page's own token is refused, or empty if it is taken. */
	Optional<NetworkFault> refusalOfPage(ClientRegistration registration, TokenValue token) {
		try {
			debug(registration, token);
			return Optional.empty();
		}
		catch (NetworkFaultException ex) {
			return Optional.of(switch (ex.fault()) {
				case NetworkFault.TokenRejected(var cause) -> new NetworkFault.ChannelLost(cause);
				case NetworkFault.TokenExpired _ -> new NetworkFault.ChannelLost(Cause.TOKEN_REJECTED);
				default -> ex.fault();
			});
		}
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

	/**
	 * All pages that were ticked in the dialog, and those that the person reaches by way
	 * of a business if that permission was granted: not asked for here, but a
	 * configuration of Facebook Login for Business may hold it.
	 */
	List<Json> pages(ClientRegistration registration, Grant grant, String fields) {
		Map<String, Json> pages = new LinkedHashMap<>();
		collect(list(registration, grant.access(), "me", "accounts", fields), pages);
		if (grant.scopes().contains(BUSINESS)) {
			for (Json business : list(registration, grant.access(), "me", "businesses", "id")) {
				String id = business.id("id");
				if (id != null) {
					collect(list(registration, grant.access(), id, "owned_pages", fields), pages);
					collect(list(registration, grant.access(), id, "client_pages", fields), pages);
				}
			}
		}
		return List.copyOf(pages.values());
	}

	private static void collect(List<Json> found, Map<String, Json> pages) {
		found.forEach((page) -> pages.putIfAbsent(String.valueOf(page.id("id")), page));
	}

	private List<Json> list(ClientRegistration registration, TokenValue token, String id, String name, String fields) {
		return GraphLists.all(fields,
				(wanted) -> this.calls.read(() -> this.api.list(id, name, signed(registration, token, wanted))));
	}

	/** A page, or the account that hangs on one, as this token shows it. */
	Json object(ClientRegistration registration, TokenValue token, String id, String fields) {
		return this.calls.read(() -> this.api.object(id, signed(registration, token, Map.of("fields", fields))));
	}

	/** Somebody else's professional Instagram account, or empty where none is shown. */
	Optional<Json> discover(Loan loan, String handle) {
		Map<String, String> wanted = Map.of("fields", InstagramThroughPages.discovery(handle));
		Json answer = this.lookups
			.read(() -> this.api.object(loan.externalId(), signed(loan.registration(), loan.access(), wanted)));
		if (answer.object("error") != null) {
			return Optional.empty();
		}
		Json account = answer.object("business_discovery");
		if (account == null || account.id("id") == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return Optional.of(account);
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
