package io.channelkeeper.network.google;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for YouTube.
 *
 * @param apiUrl where the YouTube Data API answers, its version included
 * @param apiKey the key that strangers' public channels are looked up with, or null
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.youtube")
record YouTubeProperties(@DefaultValue("https://www.googleapis.com/youtube/v3") URI apiUrl, @Nullable String apiKey,
		@DefaultValue( {
				"yt3.ggpht.com", "*.googleusercontent.com" }) List<String> pictureHosts){

	/** The key is never printed. */
	@Override
	public String toString() {
		return "YouTubeProperties[" + this.apiUrl + "]";
	}

}
