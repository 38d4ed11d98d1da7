package faults;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every warning arrives though the mail server is stopped and processes are killed; what
 * arrives twice was being handed over in that moment; and the ledger says what arrived.
 */
class MailFaultRunTests {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	@DisplayName("300 mails, one stop of the mail server, one process killed")
	void tellsHundreds() throws Exception {
		judge(new MailFaultRun.Plan(300, 1));
	}

	@Test
	@Tag("faults")
	@DisplayName("5,000 mails, one stop of the mail server, five processes killed")
	void tellsThousands() throws Exception {
		judge(new MailFaultRun.Plan(5_000, 5));
	}

	private void judge(MailFaultRun.Plan plan) throws Exception {
		MailFaultRun.Verdict verdict = MailFaultRun.run(plan, this.folder);
		System.out.println(verdict);
		assertThat(verdict.warnings).isEqualTo(plan.mails());
		assertThat(verdict.mails).isEqualTo(plan.mails());
		assertThat(verdict.kills).hasSize(plan.kills());
		assertThat(verdict.missing).as("not told").isEmpty();
		assertThat(verdict.unknown).as("not in the ledger").isEmpty();
		assertThat(verdict.twice).as("twice for no reason").isEmpty();
		assertThat(verdict.taken).isEqualTo(plan.mails() + verdict.twiceByKill + verdict.twiceByStop);
	}

}
