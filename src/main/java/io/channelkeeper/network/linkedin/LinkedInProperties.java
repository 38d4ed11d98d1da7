package io.channelkeeper.network.linkedin;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for LinkedIn.
 *
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.linkedin")
record LinkedInProperties(@DefaultValue( {
		"media.licdn.com" }) List<String> pictureHosts){

}
