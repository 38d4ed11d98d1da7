package io.channelkeeper.network.google;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.TokenAnswer;
import io.channelkeeper.network.TokenValue;

/**
 * Makes of what Google's token address answers what can be kept.
 */
@Component
class GoogleGrants {

	/** What Google documents for an access token; only used where no answer says. */
	private static final Duration USUAL_LIFE = Duration.ofSeconds(3599);

	private static final String EXPIRES_IN = "expires_in";

	private static final String REFRESH_EXPIRES_IN = "refresh_token_expires_in";

	private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

	private final YouTubeChannels channels;

	private final BusinessPlaces places;

	private final Clock clock;

	GoogleGrants(YouTubeChannels channels, BusinessPlaces places, Clock clock) {
		this.channels = channels;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * What a code brought, as Spring Security hands it on.
	 * @param asked the permissions that were asked for; they count as granted where the
	 * answer names none (RFC 6749, 5.1)
	 */
	static OAuth2AccessTokenResponse response(Json answer, Set<String> asked) {
		Set<String> scopes = scopesOf(answer);
		TokenValue refresh = refreshOf(answer);
		Map<String, Object> more = new LinkedHashMap<>();
		for (String field : List.of("id_token", EXPIRES_IN, REFRESH_EXPIRES_IN)) {
			String value = answer.text(field);
			if (value != null) {
				more.put(field, value);
			}
		}
		return OAuth2AccessTokenResponse.withToken(TokenAnswer.access(answer).value())
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(Objects.requireNonNullElse(seconds(answer.number(EXPIRES_IN)), 0L))
			.scopes(scopes.isEmpty() ? asked : scopes)
			.refreshToken((refresh != null) ? refresh.value() : null)
			.additionalParameters(more)
			.build();
	}

	/**
	 * The first grant of a person. A refresh token lives until somebody ends it, unless
	 * the answer says otherwise: an app in testing, or access for a time.
	 */
	Grant first(ClientRegistration registration, OAuth2AccessTokenResponse answer) {
		TokenValue access = new TokenValue(answer.getAccessToken().getTokenValue());
		Set<String> granted = Set.copyOf(answer.getAccessToken().getScopes());
		TokenValue refresh = (answer.getRefreshToken() != null)
				? new TokenValue(answer.getRefreshToken().getTokenValue()) : null;
		Instant accessEnd = end(said(answer, EXPIRES_IN), USUAL_LIFE);
		Instant end = end(said(answer, REFRESH_EXPIRES_IN), null);
		// Without a refresh token nothing can be renewed after the hour.
		Instant deadline = (refresh != null) ? end : accessEnd;
		return new Grant(person(registration, answer, access, granted), null, access, accessEnd, refresh, end, granted,
				deadline, (deadline != null) ? DeadlineSource.REPORTED : DeadlineSource.NONE);
	}

	/** The same grant with a fresh access token; what the answer leaves out stays. */
	Grant renewed(Grant grant, Json answer) {
		TokenValue refresh = refreshOf(answer);
		Set<String> scopes = TokenAnswer.scopes(answer, "scope", grant.scopes());
		Instant end = end(answer.number(REFRESH_EXPIRES_IN), null);
		return new Grant(grant.userId(), grant.userName(), TokenAnswer.access(answer),
				end(answer.number(EXPIRES_IN), USUAL_LIFE), (refresh != null) ? refresh : grant.refresh(),
				(end != null) ? end : grant.refreshExpiresAt(), scopes, (end != null) ? end : grant.deadline(),
				(end != null) ? DeadlineSource.REPORTED : grant.deadlineSource());
	}

	private static @Nullable TokenValue refreshOf(Json answer) {
		String token = answer.text("refresh_token");
		return (token != null) ? new TokenValue(token) : null;
	}

	private static Set<String> scopesOf(Json answer) {
		return Objects.requireNonNullElse(TokenAnswer.scopes(answer, "scope"), Set.of());
	}

	private static @Nullable Long said(OAuth2AccessTokenResponse answer, String field) {
		String value = String.valueOf(answer.getAdditionalParameters().get(field));
		return value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null;
	}

	private @Nullable Instant end(@Nullable Long said, @Nullable Duration otherwise) {
		Long seconds = seconds(said);
		if (seconds == null) {
			return (otherwise != null) ? this.clock.instant().plus(otherwise) : null;
		}
		return this.clock.instant().plusSeconds(seconds);
	}

	private static @Nullable Long seconds(@Nullable Long said) {
		return (said != null && said > 0 && said < LONGEST_LIFE) ? said : null;
	}

	/**
	 * Who signed in: Google's number for the person where the answer carries it, else the
	 * channel or account that the sign-in leads to. The number comes from Google itself
	 * over the connection that we opened, so its signature need not be checked (OpenID
	 * Connect, 3.1.3.7), and nothing but the number is believed.
	 */
	private String person(ClientRegistration registration, OAuth2AccessTokenResponse answer, TokenValue access,
			Set<String> granted) {
		String subject = subject(answer.getAdditionalParameters().get("id_token"), registration.getClientId());
		if (subject != null) {
			return subject;
		}
		String reached = reached(access, granted);
		return (reached != null) ? reached
				: "token:" + DigestUtils.md5DigestAsHex(access.value().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A permission may be refused although it counts as granted: then nobody is known.
	 */
	private @Nullable String reached(TokenValue access, Set<String> granted) {
		try {
			String channel = granted.contains(YouTubeChannels.SCOPE) ? this.channels.firstId(access) : null;
			return (channel == null && granted.contains(BusinessPlaces.SCOPE)) ? this.places.firstAccount(access)
					: channel;
		}
		catch (NetworkFaultException ex) {
			if (ex.fault() instanceof NetworkFault.PermissionMissing
					|| ex.fault() instanceof NetworkFault.ChannelLost) {
				return null;
			}
			throw ex;
		}
	}

	private static @Nullable String subject(@Nullable Object token, String client) {
		String[] parts = (token instanceof String text) ? text.split("\\.", -1) : new String[0];
		if (parts.length != 3) {
			return null;
		}
		try {
			Json claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
			if (claims == null) {
				return null;
			}
			boolean ours = client.equals(claims.text("aud")) || claims.texts("aud").equals(List.of(client));
			return ours ? claims.label("sub") : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
