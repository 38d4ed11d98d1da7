package io.channelkeeper.network.instagram;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for Instagram.
 *
 * @param apiUrl where Instagram Login's API answers, but for the short token, whose
 * address is the provider's {@code token-uri}
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.instagram")
record InstagramProperties(@DefaultValue("https://graph.instagram.com") URI apiUrl, @DefaultValue( {
		"*.cdninstagram.com", "*.fbcdn.net" }) List<String> pictureHosts){

}
