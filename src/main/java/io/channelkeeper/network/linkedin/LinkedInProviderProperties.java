package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for signing in at LinkedIn.
 *
 * @param revokeUrl where access is given back
 * @param introspectUrl where LinkedIn says what a token is worth
 * @param askAgainAfter how long to wait before a token that LinkedIn calls revoked is
 * tried once more (N-9); ten seconds at most
 */
@ConfigurationProperties("channelkeeper.provider.linkedin")
record LinkedInProviderProperties(@DefaultValue("https://www.linkedin.com/oauth/v2/revoke") URI revokeUrl,
		@DefaultValue("https://www.linkedin.com/oauth/v2/introspectToken") URI introspectUrl,
		@DefaultValue("7s") Duration askAgainAfter) {

	private static final Duration LONGEST = Duration.ofSeconds(10);

	LinkedInProviderProperties {
		askAgainAfter = (askAgainAfter.compareTo(LONGEST) > 0) ? LONGEST : askAgainAfter;
	}

}
