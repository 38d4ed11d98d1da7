package demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the demo's own, whose data outlive it.
 */
final class DemoDatabase {

	private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

	private DemoDatabase() {
	}

	/**
	 * Starts it.
	 * @param keep whether to take up the data of the last time
	 * @return its address
	 */
	static String start(Path folder, boolean keep) throws IOException {
		stopOrphan(folder.resolve("postmaster.pid"));
		if (!keep) {
			FileSystemUtils.deleteRecursively(folder);
		}
		Files.createDirectories(folder);
		return EmbeddedPostgres.builder()
			.setDataDirectory(folder.toAbsolutePath())
			.setCleanDataDirectory(false)
			.setPGStartupWait(LONG_ENOUGH)
			.start()
			.getJdbcUrl("postgres", "postgres");
	}

	/** After kill -9 of the demo its server still runs on the same data. */
	private static void stopOrphan(Path pidFile) throws IOException {
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile);
		Optional<ProcessHandle> server = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
			.filter((process) -> process.info().command().orElse("").endsWith("postgres"));
		if (server.isPresent()) {
			server.get().destroy();
			try {
				server.get().onExit().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (ExecutionException | TimeoutException ex) {
				throw new IOException("An old demo database still runs: stop process " + server.get().pid(), ex);
			}
		}
	}

}
