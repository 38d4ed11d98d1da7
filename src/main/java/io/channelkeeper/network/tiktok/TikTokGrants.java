package io.channelkeeper.network.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
 * Reads TikTok's token answers. How long tokens live stands in each of them and nowhere
 * else: TikTok has changed it before (N-1).
 */
@Component
class TikTokGrants {

	private static final String OPEN_ID = "open_id";

	private static final String ACCESS_LIFE = "expires_in";

	private static final String REFRESH_LIFE = "refresh_expires_in";

	private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

	private final Clock clock;

	TikTokGrants(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A token answer as Spring Security wants it, with all that TikTok adds.
	 * @param asked what was asked for, which is what was granted where the answer does
	 * not say
	 */
	static OAuth2AccessTokenResponse response(Json answer, Set<String> asked) {
		Map<String, Object> more = new LinkedHashMap<>();
		String user = answer.id(OPEN_ID);
		if (user != null) {
			more.put(OPEN_ID, user);
		}
		Stream.of(ACCESS_LIFE, REFRESH_LIFE).forEach((name) -> {
			Long seconds = life(answer.number(name));
			if (seconds != null) {
				more.put(name, seconds);
			}
		});
		return OAuth2AccessTokenResponse.withToken(TokenAnswer.access(answer).value())
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(Objects.requireNonNullElse(life(answer.number(ACCESS_LIFE)), 0L))
			.refreshToken(answer.text("refresh_token"))
			.scopes(Objects.requireNonNullElse(TokenAnswer.scopes(answer, "scope"), asked))
			.additionalParameters(more)
			.build();
	}

	/**
	 * The first grant of a sign-in.
	 * @param user what TikTok shows of the user, or null when it may not be asked
	 */
	Grant first(OAuth2AccessTokenResponse answer, @Nullable Json user) {
		Map<String, Object> more = answer.getAdditionalParameters();
		String shown = (user != null) ? user.id(OPEN_ID) : null;
		String id = (more.get(OPEN_ID) instanceof String told) ? told : shown;
		if (id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		OAuth2RefreshToken refresh = answer.getRefreshToken();
		return grant(id, (user != null) ? user.label("display_name") : null,
				new TokenValue(answer.getAccessToken().getTokenValue()), (Long) more.get(ACCESS_LIFE),
				(refresh != null) ? new TokenValue(refresh.getTokenValue()) : null,
				endIn((Long) more.get(REFRESH_LIFE)), answer.getAccessToken().getScopes());
	}

	/** The grant after a refresh. What the answer leaves out is as it was. */
	Grant next(Grant before, Json answer) {
		String refresh = answer.text("refresh_token");
		Instant refreshEnd = endIn(life(answer.number(REFRESH_LIFE)));
		return grant(before.userId(), before.userName(), TokenAnswer.access(answer), life(answer.number(ACCESS_LIFE)),
				(refresh != null) ? new TokenValue(refresh) : before.refresh(),
				(refreshEnd != null) ? refreshEnd : before.refreshExpiresAt(),
				TokenAnswer.scopes(answer, "scope", before.scopes()));
	}

	/**
	 * A person has to act when the refresh token ends. Where its end is not known, the
	 * access token's is the last moment that is certain.
	 */
	private Grant grant(String id, @Nullable String name, TokenValue access, @Nullable Long accessLife,
			@Nullable TokenValue refresh, @Nullable Instant refreshEnd, Set<String> scopes) {
		Instant accessEnd = endIn(accessLife);
		if (refresh != null && refreshEnd != null) {
			return new Grant(id, name, access, accessEnd, refresh, refreshEnd, scopes, refreshEnd,
					DeadlineSource.REPORTED);
		}
		DeadlineSource source = (refresh != null) ? DeadlineSource.DERIVED : DeadlineSource.REPORTED;
		return new Grant(id, name, access, accessEnd, refresh, null, scopes, accessEnd,
				(accessEnd != null) ? source : DeadlineSource.NONE);
	}

	private @Nullable Instant endIn(@Nullable Long seconds) {
		return (seconds != null) ? this.clock.instant().plusSeconds(seconds) : null;
	}

	private static @Nullable Long life(@Nullable Long seconds) {
		return (seconds != null && seconds > 0 && seconds <= LONGEST_LIFE) ? seconds : null;
	}

}
