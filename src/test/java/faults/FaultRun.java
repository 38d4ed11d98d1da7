package faults;

import java.io.BufferedReader;
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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import io.channelkeeper.ChannelkeeperApplication;
import io.channelkeeper.connection.LoginBench;
import io.channelkeeper.support.Sealer;

/**
 * Lets processes of the application renew many logins while they are killed, stopped and
 * cut off from their database, and compares what they keep with what the network knows.
 */
final class FaultRun {

	/** A process that was stopped or is slow has this long to store what it was told. */
	private final Duration patience;

	private final Plan plan;

	private final Random random;

	private final Verdict verdict = new Verdict();

	private final Map<Integer, Long> newest = new HashMap<>();

	private final Set<Integer> dead = new HashSet<>();

	private final List<Replica> replicas = new ArrayList<>();

	private final Path folder;

	private FaultRun(Plan plan, Path folder) {
		this.plan = plan;
		this.folder = folder;
		this.random = new Random(plan.seed());
		this.patience = plan.freeze().plusSeconds(10);
	}

	static Verdict run(Plan plan, Path folder) throws Exception {
		System.out.println("Fault run: " + plan);
		return new FaultRun(plan, folder).run();
	}

	private Verdict run() throws Exception {
		Files.createDirectories(this.folder);
		int port = Database.freePort();
		Process judge = judge(port, this.plan.seed());
		try (Database database = new Database(this.folder.resolve("database"));
				ConfigurableApplicationContext desk = desk(settings(database))) {
			String address = "http://localhost:" + port;
			Books books = new Books(address);
			LoginBench bench = new LoginBench(desk);
			books.behave(this.plan.life().toSeconds(), 0, 0, 0, 0);
			for (int login = 0; login < this.plan.logins(); login++) {
				JsonNode tokens = books.mint(login);
				bench.connect(login, tokens.get("access_token").asString(), tokens.get("expires_in").asLong(),
						tokens.get("refresh_token").asString());
			}
			disturb(database, bench, books, address);
			settle(bench, books);
		}
		finally {
			this.replicas.forEach(Replica::end);
			judge.destroyForcibly();
		}
		return this.verdict;
	}

	private void disturb(Database database, LoginBench bench, Books books, String address) throws IOException {
		Map<String, String> settings = settings(database);
		for (int number = 1; number <= this.plan.replicas(); number++) {
			this.replicas.add(new Replica(number, settings, address, this.folder));
		}
		for (Replica replica : this.replicas) {
			await(Duration.ofMinutes(3), replica::isReady);
		}
		books.behave(this.plan.life().toSeconds(), 200, this.plan.slow().toMillis() / 10, this.plan.slow().toMillis(),
				5);
		for (int round = 1; this.verdict.kills < this.plan.kills()
				|| (books.open().refreshes() < this.plan.refreshes() && round < this.plan.kills() * 3); round++) {
			disturb(round, database);
			if (round % 4 == 0) {
				int victim = this.random.nextInt(this.plan.logins());
				books.revoke(victim);
				this.dead.add(victim);
			}
			for (int person = 0; person < this.plan.logins() / 15; person++) {
				signIn(bench, books, this.random.nextInt(this.plan.logins()));
			}
			insist(() -> bench.makeDue("verify_at"));
			pause(this.plan.pace());
			look(bench, books);
		}
	}

	/** Only who is at work has something to lose. */
	private void disturb(int round, Database database) throws IOException {
		List<Replica> atWork = new ArrayList<>();
		await(Duration.ofMinutes(3), () -> {
			for (Replica replica : this.replicas) {
				if (replica.isReady()) {
					atWork.add(replica);
				}
			}
			return !atWork.isEmpty();
		});
		Replica replica = atWork.get(this.random.nextInt(atWork.size()));
		if (round % this.plan.restartEvery() == 0) {
			database.restart();
		}
		else if (round % this.plan.freezeEvery() == 0) {
			replica.freeze();
			pause(this.plan.freeze());
			replica.thaw();
		}
		else {
			replica.killAndStart();
			this.verdict.kills++;
		}
	}

	/** Compares while it goes on, and lets people sign in again who are told to. */
	private void look(LoginBench bench, Books books) {
		List<LoginBench.Standing> standings;
		try {
			standings = bench.standings();
		}
		catch (RuntimeException ex) {
			System.out.println("No look: " + ex.getClass().getSimpleName());
			return;
		}
		Map<Integer, Books.Account> accounts = books.open().accounts();
		for (LoginBench.Standing standing : standings) {
			Books.Account account = account(accounts, standing.number());
			if (standing.generation() < this.newest.getOrDefault(standing.number(), 0L)) {
				this.verdict.older.add(standing.number());
			}
			this.newest.put(standing.number(), standing.generation());
			if (isCalledDead(standing) && account.alive()) {
				this.verdict.calledDead.add(standing.number());
			}
			if (standing.isFlagged() && isOld(standing)) {
				judgeDoubt(standing, account);
				this.verdict.doubts++;
				signIn(bench, books, standing.number());
			}
		}
	}

	private static boolean isCalledDead(LoginBench.Standing standing) {
		return standing.invalid() != null || (standing.expired() && !standing.isFlagged());
	}

	private boolean isOld(LoginBench.Standing standing) {
		return standing.inDoubtSince() != null
				&& standing.inDoubtSince().toInstant().isBefore(Instant.now().minus(this.patience));
	}

	/**
	 * In doubt is who was cut off; whose answer arrived in a process that lived on is
	 * lost.
	 */
	private void judgeDoubt(LoginBench.Standing standing, Books.Account account) {
		boolean received = account.delivered() > standing.generation();
		if (received && this.replicas.stream()
			.noneMatch((replica) -> replica.number() == account.to()
					&& replica.diedBetween(account.from(), account.at() + this.patience.toMillis()))) {
			this.verdict.lost.add(standing.number());
			System.out.println("Lost: " + standing + ", told " + account + ", killed " + this.replicas);
		}
	}

	private void signIn(LoginBench bench, Books books, int login) {
		JsonNode tokens = books.mint(login);
		this.dead.remove(login);
		insist(() -> bench.signIn(login, tokens.get("access_token").asString(), tokens.get("expires_in").asLong(),
				tokens.get("refresh_token").asString()));
	}

	/** The database was just restarted, and old connections to it fail one by one. */
	private static void insist(Runnable deed) {
		for (int time = 0;; time++) {
			try {
				deed.run();
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				if (time == 50) {
					throw ex;
				}
				pause(Duration.ofMillis(200));
			}
		}
	}

	/** Everything is quiet; everybody is verified; then nothing may be wrong. */
	private void settle(LoginBench bench, Books books) throws IOException {
		books.behave(3_600, 0, 0, 0, 0);
		for (Replica replica : this.replicas) {
			await(Duration.ofMinutes(3), replica::isReady);
		}
		await(this.plan.slow().multipliedBy(2).plus(this.patience), () -> bench.busy() == 0);
		Instant now = Instant.now();
		bench.makeDue("verify_at");
		await(Duration.ofMinutes(3), () -> bench.unverified(now) == 0);
		this.replicas.forEach(Replica::end);
		look(bench, books);
		Books.Opened opened = books.open();
		this.verdict.refreshes = opened.refreshes();
		this.verdict.twice = opened.twice();
		for (LoginBench.Standing standing : bench.standings()) {
			Books.Account account = account(opened.accounts(), standing.number());
			if (account.alive() && standing.generation() < account.generation() && !standing.isFlagged()) {
				this.verdict.notFlagged.add(standing.number());
			}
			if (this.dead.contains(standing.number()) && !account.alive() && !isCalledDead(standing)
					&& !(standing.isFlagged() && standing.expired())) {
				this.verdict.shownAlive.add(standing.number());
			}
		}
	}

	private static Books.Account account(Map<Integer, Books.Account> accounts, int number) {
		Books.@Nullable Account account = accounts.get(number);
		if (account == null) {
			throw new IllegalStateException("The network does not know " + number);
		}
		return account;
	}

	static Process judge(int port, long seed) throws IOException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Judge.class.getName(), Integer.toString(port), Long.toString(seed))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader out = process.inputReader();
		String line = out.readLine();
		if (line == null || !line.startsWith("Judging")) {
			throw new IllegalStateException("The network did not start");
		}
		return process;
	}

	static Map<String, String> settings(Database database) throws IOException {
		Map<String, String> settings = new HashMap<>();
		settings.put("spring.datasource.url", database.url());
		settings.put("spring.datasource.username", "postgres");
		settings.put("spring.datasource.password", "postgres");
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", "1");
		settings.put("server.port", "0");
		settings.put("channelkeeper.connection.incident.share", "1");
		settings.put("channelkeeper.mail.from", "channelkeeper@example.org");
		settings.put("channelkeeper.base-url", "http://localhost:8080");
		settings.put("channelkeeper.encryption.keyset", KEYSET);
		settings.put("spring.security.oauth2.client.registration.tiktok.client-id", "faults");
		settings.put("spring.security.oauth2.client.registration.tiktok.client-secret", "faults");
		return settings;
	}

	private static final String KEYSET = keyset();

	private static String keyset() {
		try {
			return Sealer.newKeyset();
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The application's parts without its clocks, to prepare and to compare. */
	static ConfigurableApplicationContext desk(Map<String, String> settings) {
		return new SpringApplicationBuilder(ChannelkeeperApplication.class).lazyInitialization(true)
			.properties(new HashMap<String, Object>(settings))
			.run("--db-scheduler.enabled=false", "--spring.main.banner-mode=off");
	}

	static void pause(Duration length) {
		LockSupport.parkNanos(length.toNanos());
	}

	static void await(Duration atMost, Condition condition) throws IOException {
		Instant end = Instant.now().plus(atMost);
		while (!condition.holds()) {
			if (Instant.now().isAfter(end)) {
				throw new IllegalStateException("Still not so after " + atMost);
			}
			pause(Duration.ofMillis(200));
		}
	}

	interface Condition {

		boolean holds() throws IOException;

	}

	/**
	 * What happens.
	 *
	 * @param seed of everything that is random
	 * @param logins how many people
	 * @param replicas how many processes
	 * @param refreshes how many refreshes at least
	 * @param life how long an access token lives
	 * @param slow how long the network waits at most before and after its commit
	 * @param kills how many processes are killed at least
	 * @param pace how long nothing happens between two disturbances
	 * @param freezeEvery which of them are a stopped process
	 * @param freeze how long
	 * @param restartEvery which of them are a restarted database
	 */
	record Plan(long seed, int logins, int replicas, long refreshes, Duration life, Duration slow, int kills,
			Duration pace, int freezeEvery, Duration freeze, int restartEvery) {
	}

	/** What came of it. */
	static final class Verdict {

		long refreshes;

		long twice;

		int kills;

		int doubts;

		final Set<Integer> lost = new HashSet<>();

		final Set<Integer> notFlagged = new HashSet<>();

		final Set<Integer> older = new HashSet<>();

		final Set<Integer> calledDead = new HashSet<>();

		final Set<Integer> shownAlive = new HashSet<>();

		@Override
		public String toString() {
			return """
					refreshes done                                        %d
					processes killed                                      %d
					logins in doubt, signed in again                      %d
					tokens lost although their answer was received        %d
					in-doubt logins not flagged                           %d
					refresh tokens presented twice                        %d
					older answers stored over newer ones                  %d
					connections called dead that the network knows alive  %d
					dead ones still shown alive after their next probe    %d""".formatted(this.refreshes, this.kills,
					this.doubts, this.lost.size(), this.notFlagged.size(), this.twice, this.older.size(),
					this.calledDead.size(), this.shownAlive.size());
		}

	}

}
