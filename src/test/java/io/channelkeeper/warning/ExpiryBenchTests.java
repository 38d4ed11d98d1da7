package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long it takes to write down what is due where there is very much.
 */
class ExpiryBenchTests {

	@Test
	@Tag("benchmarks")
	@DisplayName("issue 6: a day on which 200,000 of a million logins are due takes less than 10 s")
	void writesDownTwoHundredThousandWarnings() {
		Instant day = Instant.parse("2029-06-11T12:00:00Z");
		try (ExpiryScene scene = new ExpiryScene()) {
			ManyLogins.make(scene, 100, 10_000, day);
			Instant now = day.minus(Duration.ofDays(1));
			long begun = System.nanoTime();
			int first = scene.look(now);
			Duration took = Duration.ofNanos(System.nanoTime() - begun);
			begun = System.nanoTime();
			int second = scene.look(now.plus(Duration.ofMinutes(5)));
			Duration again = Duration.ofNanos(System.nanoTime() - begun);
			CreatorWarningRows creators = new CreatorWarningRows(scene.jdbc);
			begun = System.nanoTime();
			int asked = creators.add(ExpiryScene.USUAL, ExpiryScene.HOUR, now);
			Duration theirs = Duration.ofNanos(System.nanoTime() - begun);
			begun = System.nanoTime();
			int askedAgain = creators.add(ExpiryScene.USUAL, ExpiryScene.HOUR, now.plus(Duration.ofMinutes(5)));
			Duration theirsAgain = Duration.ofNanos(System.nanoTime() - begun);
			System.out.printf("%,d for creators in %.1f s, looked again in %.1f s%n", asked, theirs.toMillis() / 1000.0,
					theirsAgain.toMillis() / 1000.0);
			System.out.printf("%,d warnings written down in %.1f s, looked again in %.1f s%n", first,
					took.toMillis() / 1000.0, again.toMillis() / 1000.0);
			assertThat(first).isEqualTo(200_000);
			assertThat(second).isZero();
			assertThat(took).isLessThan(Duration.ofSeconds(10));
			assertThat(asked).isEqualTo(200_000);
			assertThat(askedAgain).isZero();
			assertThat(theirs).isLessThan(Duration.ofSeconds(10));
		}
	}

}
