package io.channelkeeper.network.google;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for YouTube.
 *
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.youtube")
record YouTubeProperties(@DefaultValue( {
		"yt3.ggpht.com", "*.googleusercontent.com" }) List<String> pictureHosts){

}
