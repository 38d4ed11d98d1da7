package io.channelkeeper.network.x;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator can set for signing in at X.
 *
 * @param revokeUrl where access is given back; null or empty for the API's own address
 */
@ConfigurationProperties("channelkeeper.provider.x")
record XProviderProperties(@Nullable String revokeUrl) {

}
