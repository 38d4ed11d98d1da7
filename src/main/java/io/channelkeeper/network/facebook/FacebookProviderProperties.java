package io.channelkeeper.network.facebook;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator can set for signing in at Facebook.
 *
 * @param configId the configuration of Facebook Login for Business that takes the place
 * of the list of permissions, or null
 * @param revokeUrl where access is given back, {@code {user-id}} standing for the person;
 * null for the Graph API's own address
 */
@ConfigurationProperties("channelkeeper.provider.facebook")
record FacebookProviderProperties(@Nullable String configId, @Nullable String revokeUrl) {

}
