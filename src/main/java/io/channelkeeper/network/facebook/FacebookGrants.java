package io.channelkeeper.network.facebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.TokenAnswer;
import io.channelkeeper.network.TokenValue;

/**
 * Makes of the short-lived token that a code gives what can be kept.
 */
@Component
class FacebookGrants {

	/**
	 * What Meta documents for a user's long-lived token; only used where no answer says.
	 */
	private static final Duration USUAL_LIFE = Duration.ofDays(60);

	private final FacebookGraph graph;

	private final Clock clock;

	FacebookGrants(FacebookGraph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/**
	 * @param permanent whether the token may be one without an end already, which cannot
	 * be exchanged
	 */
	Grant complete(ClientRegistration registration, TokenValue token, boolean permanent) {
		Instant now = this.clock.instant();
		TokenValue kept = token;
		Instant saidWithToken = null;
		if (!permanent) {
			Json exchanged = this.graph.longLivedToken(registration, token);
			kept = TokenAnswer.access(exchanged);
			saidWithToken = endOf(exchanged, now);
		}
		Json me = this.graph.me(registration, kept);
		Set<String> granted = granted(this.graph.permissions(registration, kept));
		Json debug = this.graph.debug(registration, kept);
		Instant end = tokenEnd(debug, saidWithToken);
		boolean neverEnds = permanent || isZero(debug.number("expires_at"));
		Instant dataAccessEnd = debug.moment("data_access_expires_at");
		Instant reported = earlier(end, dataAccessEnd);
		if (reported != null) {
			return grant(me, kept, end, granted, reported, DeadlineSource.REPORTED);
		}
		return neverEnds ? grant(me, kept, null, granted, null, DeadlineSource.NONE)
				: grant(me, kept, null, granted, now.plus(USUAL_LIFE), DeadlineSource.DERIVED);
	}

	/** The same grant with permissions of before. */
	Grant with(Set<String> scopes, Grant grant) {
		return new Grant(grant.userId(), grant.userName(), grant.access(), grant.accessExpiresAt(), grant.refresh(),
				grant.refreshExpiresAt(), scopes, grant.deadline(), grant.deadlineSource());
	}

	private static Grant grant(Json me, TokenValue token, @Nullable Instant end, Set<String> granted,
			@Nullable Instant deadline, DeadlineSource source) {
		String id = me.id("id");
		if (id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return new Grant(id, me.label("name"), token, end, null, null, granted, deadline, source);
	}

	private static Set<String> granted(Json answer) {
		if (!answer.hasList("data")) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return answer.objects("data")
			.stream()
			.filter((permission) -> "granted".equals(permission.text("status")))
			.map((permission) -> permission.text("permission"))
			.filter((name) -> name != null)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static @Nullable Instant tokenEnd(Json debug, @Nullable Instant saidWithToken) {
		if (isZero(debug.number("expires_at"))) {
			return null;
		}
		Instant end = debug.moment("expires_at");
		return (end != null) ? end : saidWithToken;
	}

	private static @Nullable Instant endOf(Json answer, Instant now) {
		Duration life = TokenAnswer.life(answer, "expires_in");
		return (life != null) ? now.plus(life) : null;
	}

	private static boolean isZero(@Nullable Long number) {
		return number != null && number == 0;
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

}
