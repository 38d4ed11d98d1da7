package io.channelkeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * What one process of a run of the tests has for itself below {@code target/runs}, and
 * leaves behind for the process that looks back at all of them: its log, its databases
 * and the keys of what is sealed there. Maven names the process by the system property
 * {@code test.run}; a process that nobody named looks back at itself only.
 *
 * @param folder where all of it lies
 */
public record TestRun(Path folder) {

	private static final Path RUNS = Path.of("target", "runs");

	private static final String LOOKING_BACK = "looking-back";

	private static final String KEYSET = "keyset";

	private static final String DATABASES = "databases";

	/** This process. */
	public static final TestRun THIS = new TestRun(RUNS.resolve(System.getProperty("test.run", "unnamed")));

	/** Whether this process is the one that looks back at those before it. */
	static boolean isLookingBack() {
		return THIS.folder.endsWith(LOOKING_BACK);
	}

	/**
	 * The processes that this one looks back at beside itself.
	 * @return none unless this process is the one that looks back
	 */
	static List<TestRun> before() {
		if (!isLookingBack()) {
			return List.of();
		}
		try (Stream<Path> runs = Files.list(RUNS)) {
			return runs.filter((run) -> run.getFileName().toString().startsWith("fork-"))
				.map(TestRun::new)
				.filter((run) -> Files.exists(run.file(DATABASES)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file or folder of its own. */
	public Path file(String name) {
		return this.folder.resolve(name);
	}

	Path log() {
		return file("debug.log");
	}

	/** Where its PostgreSQL keeps everything; an absolute path. */
	Path postgres() {
		return file("postgres").toAbsolutePath();
	}

	/** Deletes the databases that lie here. */
	void forgetDatabases() {
		try {
			Files.deleteIfExists(file(DATABASES));
			FileSystemUtils.deleteRecursively(postgres());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes down what whoever looks back must know. */
	void leave(String keyset, List<String> databases) {
		Properties left = new Properties();
		left.setProperty(KEYSET, keyset);
		left.setProperty(DATABASES, String.join(" ", databases));
		try (var writer = Files.newBufferedWriter(file(DATABASES))) {
			left.store(writer, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The keyset of what is sealed in its databases. */
	String keyset() {
		return left().getProperty(KEYSET);
	}

	/** The names of its databases. */
	List<String> databases() {
		return List.of(left().getProperty(DATABASES).split(" "));
	}

	private Properties left() {
		Properties left = new Properties();
		try (var reader = Files.newBufferedReader(file(DATABASES))) {
			left.load(reader);
			return left;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
