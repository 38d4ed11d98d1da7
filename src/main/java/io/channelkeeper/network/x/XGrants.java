package io.channelkeeper.network.x;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.TokenAnswer;
import io.channelkeeper.network.TokenValue;

/**
 * Makes of the token address's answers what is kept. As long as X hands out refresh
 * tokens nobody has to act (M-18); without one the access token's end is the deadline.
 */
@Component
class XGrants {

	/** What X documents for access tokens; only used where no answer says. */
	private static final Duration USUAL_LIFE = Duration.ofHours(2);

	private final Clock clock;

	XGrants(Clock clock) {
		this.clock = clock;
	}

	/** The answer as Spring Security wants to see it. */
	static OAuth2AccessTokenResponse response(Json answer, Set<String> asked) {
		return OAuth2AccessTokenResponse.withToken(TokenAnswer.access(answer).value())
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(life(answer).toSeconds())
			.scopes(scopes(answer, asked))
			.refreshToken(answer.text("refresh_token"))
			.build();
	}

	/** What a person's sign-in gave. */
	Grant first(OAuth2AccessTokenResponse response, @Nullable Json user) {
		String id = (user != null) ? user.id("id") : null;
		if (user == null || id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		OAuth2AccessToken access = response.getAccessToken();
		Instant from = access.getIssuedAt();
		Instant to = access.getExpiresAt();
		Duration life = (from != null && to != null) ? Duration.between(from, to) : USUAL_LIFE;
		OAuth2RefreshToken refresh = response.getRefreshToken();
		return grant(id, user.label("name"), new TokenValue(access.getTokenValue()), life,
				(refresh != null) ? new TokenValue(refresh.getTokenValue()) : null, access.getScopes());
	}

	/**
	 * What a used up refresh token gave: another one, which is the only one from now on.
	 */
	Grant next(Grant grant, Json answer) {
		String refresh = answer.text("refresh_token");
		return grant(grant.userId(), grant.userName(), TokenAnswer.access(answer), life(answer),
				(refresh != null) ? new TokenValue(refresh) : null,
				TokenAnswer.scopes(answer, "scope", grant.scopes()));
	}

	private Grant grant(String userId, @Nullable String userName, TokenValue access, Duration life,
			@Nullable TokenValue refresh, Set<String> scopes) {
		Instant end = this.clock.instant().plus(life);
		return (refresh != null)
				? new Grant(userId, userName, access, end, refresh, null, scopes, null, DeadlineSource.NONE)
				: new Grant(userId, userName, access, end, null, null, scopes, end, DeadlineSource.REPORTED);
	}

	private static Duration life(Json answer) {
		return Objects.requireNonNullElse(TokenAnswer.life(answer, "expires_in"), USUAL_LIFE);
	}

	/** An answer that names none grants what was asked (RFC 6749, 5.1). */
	private static Set<String> scopes(Json answer, Set<String> asked) {
		Set<String> scopes = TokenAnswer.scopes(answer, "scope");
		return Set.copyOf((scopes != null && !scopes.isEmpty()) ? scopes : asked);
	}

}
