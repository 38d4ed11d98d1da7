package io.channelkeeper.network.google;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for signing in at Google.
 *
 * @param revokeUrl where access is given back
 */
@ConfigurationProperties("channelkeeper.provider.google")
record GoogleProviderProperties(@DefaultValue("https://oauth2.googleapis.com/revoke") URI revokeUrl) {

}
