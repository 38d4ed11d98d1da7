package io.channelkeeper.network.x;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for X.
 *
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.x")
record XProperties(@DefaultValue( {
		"pbs.twimg.com" }) List<String> pictureHosts){

}
