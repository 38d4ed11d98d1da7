package io.channelkeeper.network.x;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for X.
 *
 * @param apiUrl where the API answers, without its version
 * @param bearerToken the app's own token, by which strangers' profiles are read; null or
 * empty for no such look-up, which X bills
 * @param consumerSecret the app's secret that signs what X pushes; null or empty for none
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.x")
record XProperties(@DefaultValue("https://api.x.com") URI apiUrl, @Nullable String bearerToken,
		@Nullable String consumerSecret, @DefaultValue( {
				"pbs.twimg.com" }) List<String> pictureHosts){

	/** The secrets stay out of it. */
	@Override
	public String toString() {
		return "XProperties[" + this.apiUrl + "]";
	}

}
