package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProviders;

/**
 * When logins are renewed and verified. Everything is spread, so that what was connected
 * together does not come due together for ever.
 */
@Component
class LoginPlan {

	/** What networks ask of a token that is to be extended (N-4), and a little more. */
	private static final Duration EXTENDABLE_AFTER = Duration.ofHours(25);

	/**
	 * No access token that is refreshed lives shorter; only used where no answer says.
	 */
	private static final Duration UNKNOWN_LIFE = Duration.ofHours(1);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

	private static final Duration DAILY = Duration.ofHours(22);

	private static final Duration WEEKLY = Duration.ofDays(7);

	private final SignInProviders providers;

	LoginPlan(SignInProviders providers) {
		this.providers = providers;
	}

	/**
	 * Of tokens that were just stored.
	 * @param refreshable whether there is a refresh token, be it an older one
	 */
	SocialLoginEntity.Upkeep ofNew(ProviderId provider, Grant grant, boolean refreshable, Instant now) {
		return new SocialLoginEntity.Upkeep(
				renewAt(this.providers.get(provider).renewal(), grant.accessExpiresAt(), refreshable, now),
				nextVerification(now));
	}

	/**
	 * Early where a token that still works is extended, late where each renewal uses the
	 * last token up.
	 */
	static @Nullable Instant renewAt(RenewalModel model, @Nullable Instant end, boolean refreshable, Instant now) {
		boolean possible = (model == RenewalModel.EXTENDS) || (refreshable && model != RenewalModel.NONE);
		if (!possible || (end == null && model == RenewalModel.EXTENDS)) {
			return null;
		}
		Duration life = (end != null) ? Duration.between(now, end) : UNKNOWN_LIFE;
		if (!life.isPositive()) {
			return now;
		}
		return switch (model) {
			case EXTENDS -> earlier(later(now.plus(share(life, 0.4, 0.6)), now.plus(EXTENDABLE_AFTER)),
					now.plus(share(life, 0.85, 0.9)));
			case ROTATES -> now.plus(share(life, 0.85, 0.93));
			default -> now.plus(share(life, 0.75, 0.9));
		};
	}

	/** When to try again what was not answered properly, growing with each failure. */
	static Instant again(int failures, Instant now, @Nullable Instant closedUntil) {
		Duration pause = grown(FIRST_PAUSE, failures, LONGEST_PAUSE);
		Instant next = now.plus(share(pause, 0.75, 1.25));
		return (closedUntil != null && closedUntil.isAfter(now))
				? later(next, closedUntil.plus(share(FIRST_PAUSE, 0, 1))) : next;
	}

	/** Of what works: at least once a day. */
	static Instant nextVerification(Instant now) {
		return now.plus(share(DAILY, 0.8, 1));
	}

	/** Of what does not: less and less often, but never given up. */
	static Instant nextHope(int failures, Instant now) {
		return now.plus(share(grown(Duration.ofHours(1), failures, WEEKLY), 0.75, 1));
	}

	/** Of what a network in trouble refused. */
	static Instant afterTrouble(Instant now) {
		return now.plus(share(Duration.ofMinutes(10), 0.5, 1));
	}

	private static Duration grown(Duration first, int failures, Duration longest) {
		Duration grown = first.multipliedBy(1L << Math.min(Math.max(failures, 0), 20));
		return (grown.compareTo(longest) < 0) ? grown : longest;
	}

	private static Duration share(Duration whole, double least, double most) {
		double share = least + ThreadLocalRandom.current().nextDouble() * (most - least);
		return Duration.ofMillis((long) (whole.toMillis() * share));
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
