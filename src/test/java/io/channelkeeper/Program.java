package io.channelkeeper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The application in a process of its own, as {@code java -jar} starts it: without
 * anything of the tests on its class path. One that hangs is ended after two minutes.
 */
public final class Program implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Process process;

	private final BufferedReader out;

	private Program(Process process) {
		this.process = process;
		this.out = process.inputReader();
		CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
	}

	/** Starts it with these settings and the words of a command. */
	public static Program start(Map<String, ?> settings, String... words) {
		try {
			return new Program(new ProcessBuilder(command(settings, words)).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The command line that starts it. */
	public static List<String> command(Map<String, ?> settings, String... words) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
		command.addAll(List.of("-cp", classPath(), ChannelkeeperApplication.class.getName()));
		command.addAll(List.of(words));
		return command;
	}

	/** The first line with these words, waiting until it is printed. */
	public String await(String words) {
		List<String> before = new ArrayList<>();
		try {
			for (String line = this.out.readLine(); line != null; line = this.out.readLine()) {
				if (line.contains(words)) {
					return line;
				}
				before.add(line);
			}
			throw new IllegalStateException(String.join("\n", before) + finish());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it ends by itself. */
	public Finished finish() {
		CompletableFuture<List<String>> complaints = CompletableFuture
			.supplyAsync(() -> this.process.errorReader().lines().toList());
		List<String> printed = this.out.lines().toList();
		return new Finished(this.process.onExit().join().exitValue(), printed, complaints.join());
	}

	/** Asks it to stop, as Ctrl+C does, and waits until it has. */
	@Override
	public void close() {
		this.process.toHandle().destroy();
		finish();
	}

	private static String classPath() {
		try {
			Path tests = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return String.join(File.pathSeparator,
					Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
						.filter((entry) -> !Path.of(entry).toAbsolutePath().equals(tests))
						.toList());
		}
		catch (java.net.URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How it ended.
	 *
	 * @param exitCode 0 if all went well
	 * @param printed the lines of its standard output
	 * @param complaints the lines of its standard error
	 */
	public record Finished(int exitCode, List<String> printed, List<String> complaints) {

	}

}
