package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What an operator can set for LinkedIn's API.
 *
 * @param apiUrl where it answers
 * @param version the month of the API to ask, {@code YYYYMM}; each is served for about a
 * year
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.linkedin")
record LinkedInProperties(@DefaultValue("https://api.linkedin.com") URI apiUrl,
		@DefaultValue(DEFAULT_VERSION) String version, @DefaultValue( {
				"media.licdn.com" }) List<String> pictureHosts){

	static final String DEFAULT_VERSION = "202610";

	LinkedInProperties {
		version = version.isBlank() ? DEFAULT_VERSION : version.strip();
		Assert.isTrue(version.matches("20[0-9]{4}"),
				"Set channelkeeper.network.linkedin.version to a month such as " + DEFAULT_VERSION);
	}
}
