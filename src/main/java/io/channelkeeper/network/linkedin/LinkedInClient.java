package io.channelkeeper.network.linkedin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.ChannelLost;
import io.channelkeeper.network.NetworkFault.PermissionMissing;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TokenValue;

/**
 * Begins conversations with LinkedIn's API.
 */
@Component
class LinkedInClient {

	private static final ApiName API = new ApiName("linkedin");

	private final LinkedInApi api;

	private final RemoteClients clients;

	private final String version;

	private final Duration askAgainAfter;

	LinkedInClient(RemoteClients clients, LinkedInProperties network, LinkedInProviderProperties provider) {
		this.api = clients.create(LinkedInApi.class, network.apiUrl());
		this.clients = clients;
		this.version = network.version();
		this.askAgainAfter = provider.askAgainAfter();
	}

	/** Asks in the name of whoever this token belongs to. */
	LinkedInSession as(TokenValue token) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
		headers.put("LinkedIn-Version", this.version);
		headers.put("X-Restli-Protocol-Version", "2.0.0");
		return new LinkedInSession(this.api, headers, this::calls, this.askAgainAfter);
	}

	/** Without a permission named it is one page that is asked about. */
	private ApiCalls calls(String permission) {
		return this.clients.calls(API, permission.isEmpty()
				? new LinkedInReading(this.version, new ChannelLost(Cause.ROLE_LOST),
						new ChannelLost(Cause.ACCOUNT_DELETED))
				: new LinkedInReading(this.version, new PermissionMissing(permission), new NetworkFault.Unexpected()));
	}

}
