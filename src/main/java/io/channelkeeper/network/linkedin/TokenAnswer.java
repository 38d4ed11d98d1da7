package io.channelkeeper.network.linkedin;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.TokenValue;

/**
 * What the token address answers. Everything but the access token may be missing, and
 * what is missing is asked for elsewhere.
 *
 * @param access the access token
 * @param life how long it lives, or null
 * @param refresh the refresh token that approved partners get, or null
 * @param refreshLife how long that lives, counted from the first consent, or null
 * @param scopes the permissions granted, or null
 */
record TokenAnswer(TokenValue access, @Nullable Duration life, @Nullable TokenValue refresh,
		@Nullable Duration refreshLife, @Nullable Set<String> scopes) {

	private static final Duration LONGEST = Duration.ofDays(3650);

	/**
	 * Reads an answer.
	 * @throws NetworkFaultException if there is no token in it
	 */
	static TokenAnswer of(Json answer) {
		String access = answer.text("access_token");
		if (access == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		String refresh = answer.text("refresh_token");
		return new TokenAnswer(new TokenValue(access), life(answer.number("expires_in")),
				(refresh != null) ? new TokenValue(refresh) : null, life(answer.number("refresh_token_expires_in")),
				scopes(answer));
	}

	/** The same out of what {@link #toResponse()} once made. */
	static TokenAnswer of(OAuth2AccessTokenResponse response) {
		Map<String, Object> parameters = response.getAdditionalParameters();
		OAuth2RefreshToken refresh = response.getRefreshToken();
		return new TokenAnswer(new TokenValue(response.getAccessToken().getTokenValue()),
				(parameters.get("life") instanceof Duration life) ? life : null,
				(refresh != null) ? new TokenValue(refresh.getTokenValue()) : null,
				(parameters.get("refresh_life") instanceof Duration life) ? life : null,
				(parameters.get("granted") instanceof String granted) ? split(granted) : null);
	}

	/** As Spring Security passes it on, which would make up what is missing. */
	OAuth2AccessTokenResponse toResponse() {
		Map<String, Object> parameters = new HashMap<>();
		if (this.life != null) {
			parameters.put("life", this.life);
		}
		if (this.refreshLife != null) {
			parameters.put("refresh_life", this.refreshLife);
		}
		if (this.scopes != null) {
			parameters.put("granted", String.join(" ", this.scopes));
		}
		return OAuth2AccessTokenResponse.withToken(this.access.value())
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn((this.life != null) ? this.life.toSeconds() : 0)
			.refreshToken((this.refresh != null) ? this.refresh.value() : null)
			.additionalParameters(parameters)
			.build();
	}

	/** LinkedIn writes commas in some answers and blanks in others. */
	static @Nullable Set<String> scopes(Json answer) {
		if (answer.hasList("scope")) {
			return new LinkedHashSet<>(answer.texts("scope"));
		}
		String text = answer.text("scope");
		return (text != null) ? split(text) : null;
	}

	private static Set<String> split(String text) {
		Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split("[,\\s]+", -1)));
		scopes.remove("");
		return scopes;
	}

	private static @Nullable Duration life(@Nullable Long seconds) {
		return (seconds != null && seconds > 0 && seconds < LONGEST.toSeconds()) ? Duration.ofSeconds(seconds) : null;
	}

}
