package io.channelkeeper.network.google;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for signing in at Google.
 *
 * @param revokeUrl where access is given back
 * @param riscIssuer who signs security events; under it Google says where its keys are
 * @param riscJwksUrl where the keys are, or null or empty for where the issuer says
 */
@ConfigurationProperties("channelkeeper.provider.google")
record GoogleProviderProperties(@DefaultValue("https://oauth2.googleapis.com/revoke") URI revokeUrl,
		@DefaultValue("https://accounts.google.com") URI riscIssuer, @Nullable String riscJwksUrl) {

}
