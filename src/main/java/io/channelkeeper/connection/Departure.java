package io.channelkeeper.connection;

import java.net.URI;

import org.springframework.http.ResponseCookie;

/**
 * A person about to leave for a network. The page {@code connection/leaving} takes it as
 * the model attribute {@code departure}; the cookie binds the way back to this browser.
 *
 * @param address the provider's login page
 * @param providerName the provider's name
 * @param cookie to be set with the page
 */
public record Departure(URI address, String providerName, ResponseCookie cookie) {

	@Override
	public String toString() {
		return "Departure[" + this.providerName + "]";
	}

}
