package io.channelkeeper.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says when pictures are fetched next (P-11): once a cycle, each channel on a day of its
 * own, a little early so that none is ever older than a cycle.
 */
@Component
class PictureCalendar {

	/** A picture is fetched up to 1/30 of a cycle early. */
	private static final int EARLY = 30;

	/**
	 * How long one process reads a channel before others may take it on: a page of slow
	 * networks takes 10 minutes, with logins to renew and decoders to wait for more.
	 */
	private static final Duration LEASE = Duration.ofMinutes(40);

	/** Before the next attempt, by how many failed in a row. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(15), Duration.ofHours(1),
			Duration.ofHours(6), Duration.ofDays(1));

	private final PictureProperties properties;

	private final Clock clock;

	PictureCalendar(PictureProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	/** Whether pictures are fetched anew by themselves. */
	boolean isAutomatic() {
		return this.properties.automatic();
	}

	/** When the lease of whoever begins now ends. */
	Instant leaseEnd() {
		return now().plus(LEASE);
	}

	/** No lease that was given out by now ends later, whoever's clock it was by. */
	Instant noLeaseEnd() {
		return leaseEnd().plus(LEASE);
	}

	/** What was fetched before is older than a cycle. */
	Instant freshSince() {
		return now().atZone(ZoneOffset.UTC).minus(this.properties.refreshEvery()).toInstant();
	}

	/** When the cycle that begins now ends; nothing waits longer than until then. */
	Instant cycleEnd() {
		return now().atZone(ZoneOffset.UTC).plus(this.properties.refreshEvery()).toInstant();
	}

	/**
	 * When a profile is read next, or null for not by itself.
	 * @param failures how often in a row there was no answer, this time included
	 */
	@Nullable Instant next(ReadingResult.Next next, int failures) {
		return switch (next) {
			case NEVER, PLANNED -> null;
			case CYCLE -> cycleEnd().minusMillis(early());
			case SOON -> soon(failures);
		};
	}

	private long early() {
		return ThreadLocalRandom.current().nextLong(1 + Duration.between(now(), cycleEnd()).toMillis() / EARLY);
	}

	private Instant soon(int failures) {
		Instant next = now().plus(PAUSES.get(Math.clamp(failures - 1L, 0, PAUSES.size() - 1)));
		return next.isBefore(cycleEnd()) ? next : cycleEnd();
	}

}
