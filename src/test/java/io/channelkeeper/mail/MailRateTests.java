package io.channelkeeper.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many mails leave in a minute where that is limited.
 */
@ApplicationTest
class MailRateTests {

	private static final int LIMIT = 60;

	@Autowired
	ApplicationContext application;

	@Test
	@DisplayName("two processes together never send more in any minute than the setting says, and little less")
	void obeysTheLimitTogether() throws Exception {
		try (MailRoom room = new MailRoom(this.application);
				ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
			List<MailCounter> counters = List.of(room.counter(LIMIT), room.counter(LIMIT));
			IntStream.range(0, 200).forEach((at) -> room.queue("m" + at + "@example.com"));
			List<Instant> left = new ArrayList<>();
			for (int step = 0; step < 480; step++) {
				List<Future<MailTurn>> turns = processes
					.invokeAll(counters.stream().map((counter) -> (Callable<MailTurn>) counter::serve).toList());
				for (Future<MailTurn> turn : turns) {
					if (turn.get().mail() != null) {
						left.add(room.clock.instant());
					}
					else {
						assertThat(turn.get().notBefore()).isNotNull();
					}
				}
				room.clock.move(Duration.ofMillis(250));
			}

			int most = left.stream().mapToInt((from) -> within(left, from)).max().orElse(0);
			System.out.printf("Limit %d: %d mails in two minutes, at most %d in any%n", LIMIT, left.size(), most);
			assertThat(most).isLessThanOrEqualTo(LIMIT);
			assertThat(left).hasSize(2 * LIMIT);
			assertThat(room.takenIds()).doesNotHaveDuplicates().hasSize(2 * LIMIT);
		}
	}

	@Test
	@DisplayName("the right to send is not used up where there is nothing to send")
	void keepsWhatIsNotNeeded() throws Exception {
		try (MailRoom room = new MailRoom(this.application)) {
			MailCounter counter = room.counter(1);
			assertThat(counter.serve()).isEqualTo(MailTurn.NONE);

			room.queue("m@example.com");

			assertThat(counter.serve().mail()).isNotNull();
			assertThat(counter.serve().notBefore()).isEqualTo(MailRoom.BEGIN.plusSeconds(60));
		}
	}

	private static int within(List<Instant> left, Instant from) {
		Instant until = from.plusSeconds(60);
		return (int) left.stream().filter((one) -> !one.isBefore(from) && one.isBefore(until)).count();
	}

}
