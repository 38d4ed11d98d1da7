package io.channelkeeper;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeedlesTests {

	@Test
	@DisplayName("finds what stands anywhere, and only that")
	void findsAnywhere() {
		Needles needles = new Needles(Set.of("token-12345", "token-123", "secretÄ€9", "exactly8"));
		assertThat(needles.in("token-12345")).containsExactlyInAnyOrder("token-12345", "token-123");
		assertThat(needles.in("x secretÄ€9 and exactly8")).containsExactlyInAnyOrder("secretÄ€9", "exactly8");
		assertThat(needles.in("exactly token-12 secretÄ€")).isEmpty();
		assertThat(needles.in("")).isEmpty();
	}

	@Test
	@DisplayName("finds as much as a search for each of them")
	void findsAll() {
		Random random = new Random(7);
		Set<String> all = IntStream.range(0, 300)
			.mapToObj((number) -> word(random, 8 + number % 3))
			.collect(Collectors.toSet());
		Needles needles = new Needles(all);
		for (int time = 0; time < 300; time++) {
			String text = word(random, 4_000);
			assertThat(needles.in(text)).isEqualTo(all.stream().filter(text::contains).collect(Collectors.toSet()));
		}
	}

	/** Of few letters, so that much is found by chance. */
	private static String word(Random random, int length) {
		return random.ints(length, 0, 3).mapToObj("abc"::charAt).map(String::valueOf).collect(Collectors.joining());
	}

}
