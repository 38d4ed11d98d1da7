package io.channelkeeper.network.facebook;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for Facebook's API.
 *
 * @param apiUrl where the Graph API answers, its version included; it serves Instagram
 * through a page as well
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.facebook")
record FacebookNetworkProperties(@DefaultValue("https://graph.facebook.com/v25.0") URI apiUrl, @DefaultValue( {
		"*.fbcdn.net", "*.fbsbx.com" }) List<String> pictureHosts){

}
