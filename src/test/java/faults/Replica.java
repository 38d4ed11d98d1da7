package faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.channelkeeper.Program;

/**
 * A process of the application that is killed and started again under the same number.
 */
final class Replica {

	/** Milliseconds; a new process takes longer to begin its work. */
	private static final long LAST_WORDS = 1_000;

	private final int number;

	private final List<String> command;

	private final Path folder;

	private Process process;

	private int lives;

	private final List<Long> killedAt = new ArrayList<>();

	Replica(int number, Map<String, String> settings, String judge, Path folder) throws IOException {
		this.number = number;
		Map<String, String> all = new HashMap<>(settings);
		all.put("spring.security.oauth2.client.provider.tiktok.token-uri", judge + "/" + number + "/v2/oauth/token/");
		all.put("channelkeeper.network.tiktok.api-url", judge + "/" + number);
		all.put("channelkeeper.data-directory", folder.resolve("data" + number).toString());
		this.command = Program.command(all);
		this.command.add(1, "-Xmx320m");
		this.folder = Files.createDirectories(folder);
		this.process = launch();
	}

	private Process launch() throws IOException {
		this.lives++;
		return new ProcessBuilder(this.command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
	}

	/** Each life has its own. */
	private Path log() {
		return this.folder.resolve("replica%d-%d.log".formatted(this.number, this.lives));
	}

	/** {@code kill -9}, and at once a new one. */
	void killAndStart() throws IOException {
		kill();
		this.process = launch();
	}

	/** {@code kill -9}. */
	void kill() {
		this.process.destroyForcibly();
		join();
		this.killedAt.add(System.currentTimeMillis());
	}

	/** How many lines of its log have these words, since it was started last. */
	long said(String words) throws IOException {
		try (Stream<String> lines = Files.lines(log())) {
			return lines.filter((line) -> line.contains(words)).count();
		}
	}

	/** Stops it in the middle of whatever it does. */
	void freeze() throws IOException {
		signal("-STOP");
	}

	void thaw() throws IOException {
		signal("-CONT");
	}

	/** Lets it finish what it is at. */
	void end() {
		this.process.destroy();
		join();
	}

	/**
	 * Whether it was killed in that time, in milliseconds. What it asked last may arrive
	 * when it is already gone, long before the next one asks anything.
	 */
	boolean diedBetween(long from, long until) {
		return this.killedAt.stream().anyMatch((killed) -> killed >= from - LAST_WORDS && killed <= until);
	}

	/**
	 * Whether it is at work since it was started last. One that could not start because
	 * the database was away is started again, as whoever runs it would.
	 */
	boolean isReady() throws IOException {
		if (!this.process.isAlive()) {
			this.process = launch();
		}
		return Files.readString(log()).contains("Started ChannelkeeperApplication");
	}

	int number() {
		return this.number;
	}

	@Override
	public String toString() {
		return this.number + " at " + this.killedAt;
	}

	private void signal(String name) throws IOException {
		new ProcessBuilder("kill", name, Long.toString(this.process.pid())).start().onExit().join();
	}

	private void join() {
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
