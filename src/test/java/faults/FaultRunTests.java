package faults;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * N-3: no token is lost, none is shown twice, nothing dead looks alive and nothing alive
 * dead, whatever happens to processes, database and network.
 */
class FaultRunTests {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	@DisplayName("one minute of faults")
	void survivesAMinute() throws Exception {
		judge(new FaultRun.Plan(seed(), 300, 2, 0, Duration.ofSeconds(8), Duration.ofSeconds(4), 4,
				Duration.ofSeconds(3), 3, Duration.ofSeconds(4), 5));
	}

	@Test
	@Tag("faults")
	@DisplayName("two processes, the whole length")
	void survivesWithTwo() throws Exception {
		judge(whole(2, 100));
	}

	@Test
	@Tag("faults")
	@DisplayName("four processes, the whole length")
	void survivesWithFour() throws Exception {
		judge(whole(4, 100));
	}

	private static FaultRun.Plan whole(int replicas, int kills) {
		return new FaultRun.Plan(seed(), 2_000, replicas, 10_000, Duration.ofSeconds(60), Duration.ofSeconds(60), kills,
				Duration.ofSeconds(3), 12, Duration.ofSeconds(30), 25);
	}

	private static long seed() {
		return Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
	}

	private void judge(FaultRun.Plan plan) throws Exception {
		FaultRun.Verdict verdict = FaultRun.run(plan, this.folder);
		System.out.println(verdict);
		assertThat(verdict.refreshes).isGreaterThanOrEqualTo(Math.max(1, plan.refreshes()));
		assertThat(verdict.lost).as("lost").isEmpty();
		assertThat(verdict.notFlagged).as("not flagged").isEmpty();
		assertThat(verdict.twice).as("presented twice").isZero();
		assertThat(verdict.older).as("older over newer").isEmpty();
		assertThat(verdict.calledDead).as("called dead").isEmpty();
		assertThat(verdict.shownAlive).as("shown alive").isEmpty();
	}

}
