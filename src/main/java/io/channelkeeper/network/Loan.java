package io.channelkeeper.network;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * One of the organization's own connected channels, through which a stranger's public
 * profile is read.
 *
 * @param grant the login that carries it
 * @param externalId the network's id of the own channel
 * @param token the own channel's token, or null where the login's serves
 * @param registration the provider's registration; never print it
 */
public record Loan(Grant grant, String externalId, @Nullable TokenValue token, ClientRegistration registration) {

	/** The token to ask with. */
	public TokenValue access() {
		return (this.token != null) ? this.token : this.grant.access();
	}

	@Override
	public String toString() {
		return "Loan[" + this.externalId + "]";
	}

}
