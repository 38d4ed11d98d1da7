package faults;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * P-11: every channel ends with a picture or its right reason, and none is read twice in
 * a cycle without cause, though networks refuse and fail and a process is killed.
 */
class PictureFaultRunTests {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	@DisplayName("200 channels, two processes, one killed half way")
	void readsHundreds() throws Exception {
		judge(new PictureFaultRun.Plan(seed(), 200, 1));
	}

	@Test
	@Tag("faults")
	@DisplayName("20,000 channels, two processes, one killed half way")
	void readsThousands() throws Exception {
		judge(new PictureFaultRun.Plan(seed(), 20_000, 10));
	}

	private static long seed() {
		return Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
	}

	private void judge(PictureFaultRun.Plan plan) throws Exception {
		PictureFaultRun.Verdict verdict = PictureFaultRun.run(plan, this.folder);
		System.out.println(verdict);
		assertThat(verdict.ends.values()
			.stream()
			.flatMap((ends) -> ends.values().stream())
			.mapToInt(Integer::intValue)
			.sum()).isEqualTo(plan.channels());
		assertThat(verdict.wrong).as("ended with something else").isEmpty();
		assertThat(verdict.twice).as("read again without cause").isEmpty();
		assertThat(verdict.unasked).as("nobody may ask for them").isEmpty();
		assertThat(verdict.limited).isPositive();
		assertThat(verdict.failed).isPositive();
	}

}
