package io.channelkeeper.network;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * What a token address answers. Everything but the access token may be missing, and what
 * is missing is asked for elsewhere.
 *
 * @param access the access token
 * @param life how long it lives, or null
 * @param refresh the refresh token, or null
 * @param refreshLife how long that lives, or null
 * @param scopes the permissions granted, or null
 */
public record TokenAnswer(TokenValue access, @Nullable Duration life, @Nullable TokenValue refresh,
		@Nullable Duration refreshLife, @Nullable Set<String> scopes) {

	private static final Duration LONGEST = Duration.ofDays(3650);

	/**
	 * Reads an answer.
	 * @param refreshLife the provider's name for the refresh token's life in seconds
	 * @throws NetworkFaultException if there is no token in it
	 */
	public static TokenAnswer of(Json answer, String refreshLife) {
		String refresh = answer.text("refresh_token");
		return new TokenAnswer(access(answer), life(answer, "expires_in"),
				(refresh != null) ? new TokenValue(refresh) : null, life(answer, refreshLife), scopes(answer, "scope"));
	}

	/**
	 * The access token in an answer.
	 * @throws NetworkFaultException if there is none
	 */
	public static TokenValue access(Json answer) {
		String access = answer.text("access_token");
		if (access == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return new TokenValue(access);
	}

	/** The same out of what {@link #toResponse()} once made. */
	public static TokenAnswer of(OAuth2AccessTokenResponse response) {
		Map<String, Object> parameters = response.getAdditionalParameters();
		OAuth2RefreshToken refresh = response.getRefreshToken();
		return new TokenAnswer(new TokenValue(response.getAccessToken().getTokenValue()),
				(parameters.get("life") instanceof Duration life) ? life : null,
				(refresh != null) ? new TokenValue(refresh.getTokenValue()) : null,
				(parameters.get("refresh_life") instanceof Duration life) ? life : null,
				(parameters.get("granted") instanceof String granted) ? split(granted) : null);
	}

	/** As Spring Security passes it on, which would make up what is missing. */
	public OAuth2AccessTokenResponse toResponse() {
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

	/**
	 * The permissions in an answer, whether they come as a list, with commas or with
	 * blanks; null where the answer does not say.
	 */
	public static @Nullable Set<String> scopes(Json answer, String name) {
		if (answer.hasList(name)) {
			return split(String.join(",", answer.texts(name)));
		}
		String text = answer.text(name);
		return (text != null) ? split(text) : null;
	}

	/**
	 * The same of a renewal, which gives no more and may give less: where it names none
	 * that were granted before, the answer does not say, or says nonsense.
	 */
	public static Set<String> scopes(Json answer, String name, Set<String> before) {
		return sound(scopes(answer, name), before);
	}

	/** The permissions that a renewal names, or those of before. */
	public static Set<String> sound(@Nullable Set<String> named, Set<String> before) {
		return (named != null && !Collections.disjoint(named, before)) ? named : before;
	}

	/** A life in seconds, or null where the answer does not say or says nonsense. */
	public static @Nullable Duration life(Json answer, String name) {
		Long seconds = answer.number(name);
		return (seconds != null && seconds > 0 && seconds < LONGEST.toSeconds()) ? Duration.ofSeconds(seconds) : null;
	}

	private static Set<String> split(String text) {
		Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split("[,\\s]+", -1)));
		scopes.remove("");
		return scopes;
	}

}
