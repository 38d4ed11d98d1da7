package faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;

import io.channelkeeper.connection.LoginBench;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many logins one process renews, each with a durable mark and a durable answer.
 */
class RenewalBenchTests {

	private static final Duration NETWORK = Duration.ofMillis(100);

	@TempDir
	Path folder;

	@Test
	@DisplayName("400 due logins, each asked for 100 ms, in 10 s")
	void renewsHundreds() throws Exception {
		assertThat(renew(400)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	@Tag("benchmarks")
	@DisplayName("10,000 due logins, each asked for 100 ms, in 40 s")
	void renewsTenThousand() throws Exception {
		assertThat(renew(10_000)).isLessThan(Duration.ofSeconds(40));
	}

	private Duration renew(int logins) throws Exception {
		int port = Database.freePort();
		Process judge = FaultRun.judge(port, 1);
		try (Database database = new Database(this.folder.resolve("database"))) {
			Map<String, String> settings = FaultRun.settings(database);
			String address = "http://localhost:" + port;
			Books books = new Books(address);
			books.answerAfter(3_600, NETWORK.toMillis());
			try (ConfigurableApplicationContext desk = FaultRun.desk(settings)) {
				LoginBench bench = new LoginBench(desk);
				for (int login = 0; login < logins; login++) {
					JsonNode tokens = books.mint(login);
					bench.connect(login, tokens.get("access_token").asString(), 3_600,
							tokens.get("refresh_token").asString());
				}
				return measure(bench, new Replica(1, settings, address, this.folder), logins);
			}
		}
		finally {
			judge.destroyForcibly();
		}
	}

	private static Duration measure(LoginBench bench, Replica replica, int logins) throws Exception {
		try {
			while (!replica.isReady()) {
				FaultRun.pause(Duration.ofMillis(200));
			}
			bench.makeDue("renew_at");
			while (bench.due() == logins) {
				FaultRun.pause(Duration.ofMillis(20));
			}
			Instant begun = Instant.now();
			while (bench.due() > 0) {
				FaultRun.pause(Duration.ofMillis(50));
			}
			Duration taken = Duration.between(begun, Instant.now());
			System.out.println("Renewed " + logins + " logins in " + taken);
			return taken;
		}
		finally {
			replica.end();
		}
	}

}
