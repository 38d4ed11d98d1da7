package io.channelkeeper.network.tiktok;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for signing in at TikTok.
 *
 * @param revokeUrl where access is given back
 */
@ConfigurationProperties("channelkeeper.provider.tiktok")
record TikTokProviderProperties(@DefaultValue("https://open.tiktokapis.com/v2/oauth/revoke/") URI revokeUrl) {

}
