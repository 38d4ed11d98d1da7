package faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;

import io.channelkeeper.connection.PictureBench;

/**
 * Lets two processes of the application fetch the pictures of many channels from networks
 * that refuse and fail, kills one of them half way, and compares what every channel ended
 * with and what the networks were asked.
 */
final class PictureFaultRun {

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final Duration NOTICED = Duration.ofSeconds(1);

	private static final Duration AT_WORK = Duration.ofSeconds(10);

	private static final List<String> CONNECTED = List.of("tiktok", "instagram");

	private static final List<String> LOOKED_UP = List.of("youtube", "x");

	/** Channels of each of those, of a hundred. */
	private static final int MANY = 28;

	/** Channels of each of these, of a hundred; a look-up takes longer. */
	private static final int SOME = 20;

	/** Channels that nobody may ask for, of a hundred, twice. */
	private static final int CLOSED = 2;

	private final Plan plan;

	private final Path folder;

	private final Verdict verdict = new Verdict();

	private final List<Replica> replicas = new ArrayList<>();

	private final Set<String> held = new HashSet<>();

	private PictureFaultRun(Plan plan, Path folder) {
		this.plan = plan;
		this.folder = folder;
	}

	static Verdict run(Plan plan, Path folder) throws Exception {
		System.out.println("Picture fault run: " + plan);
		return new PictureFaultRun(plan, folder).run();
	}

	private Verdict run() throws Exception {
		Files.createDirectories(this.folder);
		try (Database database = new Database(this.folder.resolve("database"));
				PictureNetworks networks = new PictureNetworks(this.plan.seed())) {
			Map<String, String> settings = new HashMap<>(FaultRun.settings(database));
			settings.putAll(networks.settings());
			settings.put("channelkeeper.picture.concurrency", "8");
			settings.put("db-scheduler.polling-interval", "1s");
			try (ConfigurableApplicationContext desk = FaultRun.desk(settings)) {
				PictureBench bench = fill(desk);
				for (int number = 1; number <= 2; number++) {
					this.replicas.add(new Replica(number, settings, networks.address(), this.folder));
				}
				for (Replica replica : this.replicas) {
					FaultRun.await(PATIENCE, replica::isReady);
				}
				Instant begun = Instant.now();
				bench.makeDue();
				disturb(bench);
				this.verdict.length = Duration.between(begun, Instant.now());
				compare(bench.ended(), networks.accounts());
			}
		}
		finally {
			this.replicas.forEach(Replica::end);
		}
		return this.verdict;
	}

	private PictureBench fill(ConfigurableApplicationContext desk) {
		PictureBench bench = new PictureBench(desk);
		LOOKED_UP.forEach((network) -> bench.add(network, part(SOME), null));
		bench.add("facebook", part(CLOSED), "PRIVATE");
		bench.add("google-business", part(CLOSED), null);
		CONNECTED.forEach((network) -> {
			bench.add(network, part(MANY), null);
			bench.connect(network, part(MANY));
		});
		return bench;
	}

	private int part(int share) {
		return this.plan.channels() * share / 100;
	}

	private void disturb(PictureBench bench) throws IOException {
		reach(bench, this.plan.channels() / 2);
		for (int kill = 0; kill < this.plan.kills() && this.held.isEmpty(); kill++) {
			kill(bench, this.replicas.getFirst());
		}
		this.verdict.held = this.held.size();
		reach(bench, this.plan.channels());
	}

	/**
	 * Kills a process while both are at work, where they are in this moment: a network
	 * that refused leaves them nothing to do for a while.
	 */
	private void kill(PictureBench bench, Replica victim) throws IOException {
		FaultRun.await(PATIENCE, victim::isReady);
		Instant[] hurried = { Instant.EPOCH };
		Instant late = Instant.now().plus(AT_WORK);
		FaultRun.await(PATIENCE, () -> {
			hurry(bench, hurried);
			return bench.owners() > 1 || Instant.now().isAfter(late);
		});
		victim.kill();
		// The database notices a moment later.
		Instant noticed = Instant.now().plus(NOTICED);
		FaultRun.await(PATIENCE, () -> this.held.addAll(bench.held()) || Instant.now().isAfter(noticed));
		victim.killAndStart();
	}

	private static void reach(PictureBench bench, int channels) throws IOException {
		Instant[] hurried = { Instant.EPOCH };
		FaultRun.await(PATIENCE, () -> {
			hurry(bench, hurried);
			return bench.read() >= channels;
		});
	}

	/** At most every two seconds. */
	private static void hurry(PictureBench bench, Instant[] last) {
		if (last[0].isBefore(Instant.now().minusSeconds(2))) {
			last[0] = Instant.now();
			bench.hurry();
		}
	}

	private void compare(Map<String, PictureBench.Ended> ended, Map<String, PictureNetworks.Account> accounts) {
		ended.forEach((channel, end) -> {
			String result = end.outcome() + ((end.reason() != null) ? " " + end.reason() : "");
			this.verdict.ends.computeIfAbsent(channel.replaceFirst("/.*", ""), (key) -> new TreeMap<>())
				.merge(result, 1, Integer::sum);
			if (!result.equals(expected(channel)) && !(result.equals("UNCHANGED") && this.held.contains(channel))) {
				this.verdict.wrong.put(channel, end);
			}
			if (end.shown() != expected(channel).equals("CHANGED")) {
				this.verdict.wrong.put(channel, end);
			}
		});
		accounts.forEach((channel, account) -> {
			int causes = account.limited.get() + account.failed.get() + (this.held.contains(channel) ? 1 : 0);
			this.verdict.profiles += account.profiles.get();
			this.verdict.pictures += account.pictures.get();
			this.verdict.limited += account.limited.get();
			this.verdict.failed += account.failed.get();
			int pictures = account.pictures.get() - (this.held.contains(channel) ? 1 : 0);
			if (account.profiles.get() > 1 + causes || pictures > 1) {
				this.verdict.twice.put(channel, account.toString());
			}
			if (account.profiles.get() > 1 || account.pictures.get() > 1) {
				this.verdict.again++;
			}
			String network = channel.replaceFirst("/.*", "");
			if (!(CONNECTED.contains(network) || LOOKED_UP.contains(network)) || !ended.containsKey(channel)) {
				this.verdict.unasked.add(channel);
			}
		});
	}

	private static String expected(String channel) {
		if (channel.startsWith("facebook/")) {
			return "SKIPPED PRIVATE";
		}
		if (channel.startsWith("google-business/")) {
			return "SKIPPED NO_LOOK_UP";
		}
		return PictureNetworks.isGarbage(channel) ? "FAILED NOT_AN_IMAGE" : "CHANGED";
	}

	/**
	 * What happens.
	 *
	 * @param seed of everything that is random
	 * @param channels how many
	 * @param kills how often at most, until the killed process had something in hand
	 */
	record Plan(long seed, int channels, int kills) {
	}

	/** What came of it. */
	static final class Verdict {

		Duration length = Duration.ZERO;

		final Map<String, Map<String, Integer>> ends = new TreeMap<>();

		final Map<String, PictureBench.@Nullable Ended> wrong = new HashMap<>();

		/** What the killed process had taken on. */
		int held;

		int profiles;

		int pictures;

		int limited;

		int failed;

		/** Channels that were asked about more than once, with cause or without. */
		int again;

		final Map<String, String> twice = new HashMap<>();

		final Set<String> unasked = new HashSet<>();

		@Override
		public String toString() {
			StringBuilder table = new StringBuilder("%-18s%-28s%8s%n".formatted("network", "ended with", "channels"));
			this.ends.forEach((network, results) -> results
				.forEach((result, channels) -> table.append("%-18s%-28s%8d%n".formatted(network, result, channels))));
			return table + """
					from the first question to the last picture            %s
					profiles shown                                         %d
					pictures sent                                          %d
					questions refused with 429                             %d
					questions that failed with 500                         %d
					channels in hand when a process was killed             %d
					channels read again after 429, 500 or the kill         %d
					channels read again without cause                      %d
					channels that ended with something else                %d
					channels asked for that nobody may ask for             %d""".formatted(this.length, this.profiles,
					this.pictures, this.limited, this.failed, this.held, this.again, this.twice.size(),
					this.wrong.size(), this.unasked.size());
		}

	}

}
