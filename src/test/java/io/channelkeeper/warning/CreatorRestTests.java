package io.channelkeeper.warning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often creators are written to: never twice within 72 hours, except on the last two
 * days.
 */
class CreatorRestTests extends CreatorScene {

	private static final List<Integer> DAYS = List.of(10, 5, 1, 0);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	@DisplayName("issue 6: on the days on which an obvious model says so, whatever ends when")
	void writesOnTheDaysOfTheModel(long seed) {
		Random random = new Random(seed);
		int[] ends = random.ints(4, 11, 26).toArray();
		List<UUID> channels = new ArrayList<>();
		for (int end : ends) {
			channels.add(channel((channels.size() % 2 == 0) ? "instagram" : "tiktok", "ana" + channels.size(),
					noon().plus(Duration.ofDays(end)).plus(Duration.ofMinutes(random.nextInt(-700, 700)))));
		}
		List<Integer> written = new ArrayList<>();
		for (int day = 1; day < 30; day++) {
			pass(Duration.ofDays(1));
			int before = subjects().size();
			look();
			look();
			if (subjects().size() > before) {
				written.add(day);
			}
			assertThat(subjects().size() - before).isLessThan(2);
		}
		assertThat(written).as("%s", Arrays.toString(ends)).isEqualTo(model(ends));
		assertThat(channels).allSatisfy((channel) -> assertThat(told(channel)).hasSize(4)
			.noneMatch((one) -> one.endsWith("open"))
			.contains("1 MAILED", "0 MAILED"));
	}

	private static List<Integer> model(int... ends) {
		List<Integer> written = new ArrayList<>();
		for (int day = 1; day < 30; day++) {
			boolean due = false;
			boolean last = false;
			for (int end : ends) {
				due |= DAYS.contains(end - day);
				last |= end - day == 1 || end == day;
			}
			if (last || (due && (written.isEmpty() || day - written.getLast() >= 3))) {
				written.add(day);
			}
		}
		return written;
	}

	@Test
	@DisplayName("issue 6: what the last mail named is told already, what it did not name waits for 72 hours")
	void waitsForWhatWasNotNamed() {
		UUID named = channel("instagram", "anakocht", 10);
		look();
		pass(Duration.ofDays(1));
		UUID unnamed = channel("tiktok", "anatok", 10);
		UUID second = channel("instagram", "bistro_ana", 28);
		look();
		assertThat(told(unnamed)).containsExactly("10 open");
		pass(Duration.ofDays(1));
		look();
		assertThat(subjects()).hasSize(1);
		pass(Duration.ofDays(1));
		look();
		assertThat(subjects()).hasSize(2).last().asString().contains("3 Verbindungen");
		assertThat(told(unnamed)).containsExactly("10 MAILED");
		pass(Duration.ofDays(2));
		look();
		assertThat(told(named)).containsExactly("10 MAILED", "5 TOO_SOON");
		assertThat(told(second)).isEmpty();
		assertThat(subjects()).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: the last two days are told however lately the creator was written to, once each")
	void tellsTheLastTwoDays() {
		UUID first = channel("instagram", "anakocht", 1);
		UUID second = channel("tiktok", "anatok", 2);
		look();
		pass(Duration.ofDays(1));
		look();
		look();
		pass(Duration.ofDays(1));
		look();
		pass(Duration.ofDays(1));
		look();
		assertThat(told(first)).containsExactly("1 MAILED", "0 MAILED");
		assertThat(told(second)).containsExactly("5 MAILED", "1 MAILED", "0 MAILED");
		assertThat(subjects()).hasSize(3);
	}

}
