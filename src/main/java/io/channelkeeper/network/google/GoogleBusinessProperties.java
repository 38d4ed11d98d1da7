package io.channelkeeper.network.google;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for Google Business.
 *
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.google-business")
record GoogleBusinessProperties(@DefaultValue( {
		"*.googleusercontent.com" }) List<String> pictureHosts){

}
