package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for TikTok.
 *
 * @param apiUrl where the Display API is found
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.tiktok")
record TikTokProperties(@DefaultValue("https://open.tiktokapis.com") URI apiUrl, @DefaultValue( {
		"*.tiktokcdn.com", "*.tiktokcdn-us.com", "*.tiktokcdn-eu.com" }) List<String> pictureHosts){

}
