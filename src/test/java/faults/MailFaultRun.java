package faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;

import io.channelkeeper.warning.WarningBench;

/**
 * Lets two processes of the application write to many members while the mail server is
 * stopped and they are killed, and compares what the ledger says with what the mail
 * server took.
 */
final class MailFaultRun {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Plan plan;

	private final Path folder;

	private final Verdict verdict = new Verdict();

	private final List<Replica> replicas = new ArrayList<>();

	private final Set<UUID> atKill = new HashSet<>();

	private final Set<UUID> atStop = new HashSet<>();

	private MailFaultRun(Plan plan, Path folder) {
		this.plan = plan;
		this.folder = folder;
	}

	static Verdict run(Plan plan, Path folder) throws Exception {
		System.out.println("Mail fault run: " + plan);
		return new MailFaultRun(plan, folder).run();
	}

	private Verdict run() throws Exception {
		Files.createDirectories(this.folder);
		int port = Database.freePort();
		try (Database database = new Database(this.folder.resolve("database"));
				MailServer server = new MailServer(port)) {
			Map<String, String> settings = new HashMap<>(FaultRun.settings(database));
			settings.put("spring.mail.port", Integer.toString(port));
			settings.put("db-scheduler.polling-interval", "1s");
			for (int number = 1; number <= 2; number++) {
				this.replicas.add(new Replica(number, settings, "http://localhost:1", this.folder));
			}
			try (ConfigurableApplicationContext desk = FaultRun.desk(settings)) {
				WarningBench bench = new WarningBench(desk, this.plan.mails());
				for (Replica replica : this.replicas) {
					FaultRun.await(PATIENCE, replica::isReady);
				}
				Instant begun = Instant.now();
				disturb(bench, server);
				this.verdict.length = Duration.between(begun, Instant.now());
				compare(bench, server.taken());
			}
		}
		finally {
			this.replicas.forEach(Replica::end);
		}
		return this.verdict;
	}

	/** Each disturbance comes when its part of the mails has left. */
	private void disturb(WarningBench bench, MailServer server) throws IOException {
		bench.warn();
		int part = this.plan.mails() / (this.plan.kills() + 2);
		reach(bench, part);
		interrupt(bench, server);
		for (int kill = 1; kill <= this.plan.kills(); kill++) {
			reach(bench, part * (kill + 1));
			kill(bench);
		}
		reach(bench, this.plan.mails());
	}

	private static void reach(WarningBench bench, int sent) throws IOException {
		Instant[] hurried = { Instant.EPOCH };
		FaultRun.await(PATIENCE, () -> {
			if (hurried[0].isBefore(Instant.now().minusSeconds(1))) {
				hurried[0] = Instant.now();
				bench.hurry();
			}
			return bench.sent() >= sent;
		});
	}

	/** Nobody is at the mail server until everybody knows that. */
	private void interrupt(WarningBench bench, MailServer server) throws IOException {
		server.stop();
		FaultRun.await(PATIENCE, () -> {
			bench.hurry();
			return bench.knowsTrouble();
		});
		this.atStop.addAll(bench.doubted());
		server.start();
		bench.tryNow();
	}

	/** Whoever has most to lose: the one that sends, in the middle of a mail. */
	private void kill(WarningBench bench) throws IOException {
		Map<Replica, Long> before = said();
		FaultRun.await(PATIENCE, () -> {
			bench.hurry();
			return !before.equals(said());
		});
		Map<Replica, Long> now = said();
		Replica victim = this.replicas.stream()
			.max(Comparator
				.comparingLong((replica) -> now.getOrDefault(replica, 0L) - before.getOrDefault(replica, 0L)))
			.orElseThrow();
		victim.kill();
		List<UUID> held = bench.held();
		this.atKill.addAll(held);
		this.verdict.kills.add(held.size());
		if (this.verdict.kills.size() < this.plan.kills()) {
			victim.killAndStart();
			FaultRun.await(PATIENCE, victim::isReady);
		}
	}

	private Map<Replica, Long> said() throws IOException {
		Map<Replica, Long> said = new HashMap<>();
		for (Replica replica : this.replicas) {
			said.put(replica, replica.said(" sent"));
		}
		return said;
	}

	private void compare(WarningBench bench, Map<MailServer.Taken, Integer> taken) {
		List<WarningBench.Entry> ledger = bench.ledger();
		this.verdict.warnings = ledger.size();
		this.verdict.mails = bench.mails();
		this.verdict.taken = taken.values().stream().mapToInt(Integer::intValue).sum();
		for (WarningBench.Entry entry : ledger) {
			UUID mail = entry.mail();
			boolean told = "MAILED".equals(entry.outcome()) && "SENT".equals(entry.state()) && entry.sentAt() != null;
			if (!told || mail == null || !taken.containsKey(new MailServer.Taken(entry.member(), mail))) {
				this.verdict.missing.add(entry);
			}
		}
		Set<UUID> known = ledger.stream().map(WarningBench.Entry::mail).collect(Collectors.toSet());
		taken.forEach((mail, times) -> {
			if (!known.contains(mail.mail())) {
				this.verdict.unknown.add(mail);
			}
			if (times > 1) {
				duplicate(mail.mail());
			}
		});
	}

	private void duplicate(UUID mail) {
		if (this.atKill.contains(mail)) {
			this.verdict.twiceByKill++;
		}
		else if (this.atStop.contains(mail)) {
			this.verdict.twiceByStop++;
		}
		else {
			this.verdict.twice.add(mail);
		}
	}

	/**
	 * What happens.
	 *
	 * @param mails how many members are warned
	 * @param kills how often a process is killed while it sends
	 */
	record Plan(int mails, int kills) {
	}

	/** What came of it. */
	static final class Verdict {

		Duration length = Duration.ZERO;

		int warnings;

		long mails;

		int taken;

		/** How many mails were being handed over, for each kill. */
		final List<Integer> kills = new ArrayList<>();

		int twiceByKill;

		int twiceByStop;

		final Set<UUID> twice = new HashSet<>();

		final Set<WarningBench.Entry> missing = new HashSet<>();

		final Set<MailServer.Taken> unknown = new HashSet<>();

		@Override
		public String toString() {
			return """
					from the first warning to the last mail                        %s
					warnings                                                       %d
					mails of them                                                  %d
					mails that the server took                                     %d
					mails being handed over, at each kill                          %s
					taken twice under one Message-ID: in the moment of a kill      %d
					taken twice under one Message-ID: as the server was stopped    %d
					taken twice otherwise                                          %d
					warnings not told, or told by the ledger alone                 %d
					mails that the ledger does not know                            %d""".formatted(this.length,
					this.warnings, this.mails, this.taken, this.kills, this.twiceByKill, this.twiceByStop,
					this.twice.size(), this.missing.size(), this.unknown.size());
		}

	}

}
