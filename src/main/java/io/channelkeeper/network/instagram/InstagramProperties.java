package io.channelkeeper.network.instagram;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for Instagram.
 *
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.instagram")
record InstagramProperties(@DefaultValue( {
		"*.cdninstagram.com", "*.fbcdn.net" }) List<String> pictureHosts){

}
