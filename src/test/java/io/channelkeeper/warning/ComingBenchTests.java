package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long it takes to look ahead where there is very much.
 */
class ComingBenchTests {

	@Test
	@Tag("benchmarks")
	@DisplayName("B-16: with 50,000 logins the line takes less than 0.1 s, and 10,000 deadlines on a day less than 5 s")
	void looksAheadForFiftyThousand() {
		Instant day = Instant.parse("2029-06-11T12:00:00Z");
		try (ExpiryScene scene = new ExpiryScene()) {
			ManyLogins.make(scene, 1, 50_000, day);
			scene.run("update social_login set renew_at = ? where deadline > ?", ExpiryScene.at(day),
					ExpiryScene.at(day.plus(Duration.ofDays(30))));
			scene.run("update creator set email = id || '@example.org'");
			scene.jdbc.sql("vacuum analyze").update();
			UUID organization = scene.jdbc.sql("select id from organization").query(UUID.class).single();
			ComingRows rows = new ComingRows(scene.jdbc);
			Instant now = day.minus(Duration.ofDays(12));
			Instant until = now.plus(ComingWarnings.AHEAD);
			Duration line = took(organization, () -> rows.renewals(now, until), new ComingRenewals(40_000, 10_000, 0));
			Duration days = took(organization,
					() -> rows.days(ExpiryRows.values(ExpiryScene.USUAL, ExpiryScene.HOUR, now), until, 50)
						.stream()
						.map((one) -> List.of(one.channels(), one.toMembers(), one.toCreators(), one.shown().size()))
						.toList(),
					List.of(List.of(10_000, 1, 10_000, 50), List.of(10_000, 1, 10_000, 50),
							List.of(10_000, 1, 10_000, 50), List.of(10_000, 1, 10_000, 50)));
			System.out.printf("The line of 50,000 logins: %d ms, the page: %d ms%n", line.toMillis(), days.toMillis());
			assertThat(line).isLessThan(Duration.ofMillis(100));
			assertThat(days).isLessThan(Duration.ofSeconds(5));
		}
	}

	/** The second time, as whoever works all day sees it. */
	private static <T> Duration took(UUID organization, Supplier<T> work, T expected) {
		assertThat(Tenancy.<T>within(organization, work)).isEqualTo(expected);
		long begun = System.nanoTime();
		Tenancy.<T>within(organization, work);
		return Duration.ofNanos(System.nanoTime() - begun);
	}

}
