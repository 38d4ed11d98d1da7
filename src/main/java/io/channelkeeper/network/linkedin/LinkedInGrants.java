package io.channelkeeper.network.linkedin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.network.TokenAnswer;

/**
 * Makes of what the token address answers what is kept. Without a refresh token, which
 * only approved partners get, the access token's end is the deadline; with one it is that
 * token's end, which no renewal moves.
 */
@Component
class LinkedInGrants {

	/** What LinkedIn documents for access tokens; only used where no answer says. */
	private static final Duration USUAL_LIFE = Duration.ofDays(60);

	private final LinkedInTokens tokens;

	private final LinkedInClient client;

	private final LinkedInMembers members;

	private final Clock clock;

	LinkedInGrants(LinkedInTokens tokens, LinkedInClient client, LinkedInMembers members, Clock clock) {
		this.tokens = tokens;
		this.client = client;
		this.members = members;
		this.clock = clock;
	}

	Grant complete(ClientRegistration registration, TokenAnswer answer) {
		Instant now = this.clock.instant();
		Told told = told(registration, answer, now);
		// By OAuth's rules an answer without scopes grants what was asked for; LinkedIn
		// has no switches, so nothing else can have been granted.
		Set<String> scopes = (told.scopes() != null) ? told.scopes() : registration.getScopes();
		LinkedInMembers.Who who = this.members.who(this.client.as(answer.access()), scopes);
		return grant(who.id(), who.name(), answer.access(), told.end(), answer.refresh(),
				after(answer.refreshLife(), now), scopes);
	}

	/** A login without a refresh token stays as it is until its end. */
	Grant renew(ClientRegistration registration, Grant grant) {
		TokenValue refresh = grant.refresh();
		if (refresh == null) {
			return grant;
		}
		Instant now = this.clock.instant();
		TokenAnswer answer = this.tokens.refresh(registration, refresh);
		Told told = told(registration, answer, now);
		Instant refreshEnd = after(answer.refreshLife(), now);
		return grant(grant.userId(), grant.userName(), answer.access(), told.end(),
				(answer.refresh() != null) ? answer.refresh() : refresh,
				(refreshEnd != null) ? refreshEnd : grant.refreshExpiresAt(),
				TokenAnswer.sound(told.scopes(), grant.scopes()));
	}

	private Grant grant(String userId, @Nullable String userName, TokenValue access, @Nullable Instant end,
			@Nullable TokenValue refresh, @Nullable Instant refreshEnd, Set<String> scopes) {
		if (refresh != null && refreshEnd != null) {
			return new Grant(userId, userName, access, end, refresh, refreshEnd, scopes, refreshEnd,
					DeadlineSource.REPORTED);
		}
		if (end != null) {
			return new Grant(userId, userName, access, end, refresh, null, scopes, end,
					(refresh != null) ? DeadlineSource.DERIVED : DeadlineSource.REPORTED);
		}
		return new Grant(userId, userName, access, null, refresh, null, scopes, this.clock.instant().plus(USUAL_LIFE),
				DeadlineSource.DERIVED);
	}

	/** Where the answer is silent, LinkedIn is asked what the token is worth. */
	private Told told(ClientRegistration registration, TokenAnswer answer, Instant now) {
		Instant end = after(answer.life(), now);
		if (end != null && answer.scopes() != null) {
			return new Told(end, answer.scopes());
		}
		try {
			Json explained = this.tokens.introspect(registration, answer.access());
			Set<String> scopes = (answer.scopes() != null) ? answer.scopes() : TokenAnswer.scopes(explained, "scope");
			Instant explainedEnd = explained.moment("expires_at");
			return new Told((end != null || explainedEnd == null || !explainedEnd.isAfter(now)) ? end : explainedEnd,
					scopes);
		}
		catch (NetworkFaultException ex) {
			return new Told(end, answer.scopes());
		}
	}

	private static @Nullable Instant after(@Nullable Duration life, Instant now) {
		return (life != null) ? now.plus(life) : null;
	}

	/**
	 * What is known of a token.
	 *
	 * @param end its end, or null
	 * @param scopes its permissions, or null
	 */
	private record Told(@Nullable Instant end, @Nullable Set<String> scopes) {
	}

}
