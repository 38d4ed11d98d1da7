package faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A network with tokens that work once, as TikTok documents them, for any number of
 * people, in a process of its own. It writes down what it was shown and what it answered:
 * its books are what a fault run is judged by. Each process of the application asks it
 * under a number of its own, the first part of the path.
 */
public final class Judge {

	private final Map<Integer, Account> accounts = new HashMap<>();

	private final Map<String, Integer> shown = new HashMap<>();

	private final AtomicLong refreshes = new AtomicLong();

	private final Random random;

	private volatile long life;

	private volatile Delays delays = new Delays(0, 0, 0, 0, 0);

	private Judge(long seed) {
		this.random = new Random(seed);
	}

	/** {@code java … faults.Judge <port> <seed>}. */
	public static void main(String[] args) throws IOException {
		Judge judge = new Judge(Long.parseLong(args[1]));
		HttpServer server = HttpServer
			.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 1024);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", judge::handle);
		server.start();
		System.out.println("Judging at " + server.getAddress().getPort());
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.startsWith("/books")) {
				answer(exchange, 200, books());
			}
			else if (path.startsWith("/mint")) {
				answer(exchange, 200, mint(number(exchange, "login")));
			}
			else if (path.startsWith("/revoke")) {
				revoke(number(exchange, "login"));
				answer(exchange, 200, "{}");
			}
			else if (path.startsWith("/behave")) {
				this.life = number(exchange, "life");
				this.delays = new Delays(number(exchange, "usual"), number(exchange, "some"), number(exchange, "most"),
						number(exchange, "lies"), number(exchange, "fixed"));
				answer(exchange, 200, "{}");
			}
			else if (path.endsWith("/v2/oauth/token/")) {
				refresh(exchange, Integer.parseInt(path.split("/", -1)[1]));
			}
			else if (path.endsWith("/v2/user/info/")) {
				user(exchange);
			}
			else {
				answer(exchange, 404, "{}");
			}
		}
	}

	private void refresh(HttpExchange exchange, int process) throws IOException {
		Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		String token = form.getOrDefault("refresh_token", "");
		long askedAt = System.currentTimeMillis();
		long before = delay();
		long after = delay();
		synchronized (this) {
			this.shown.merge(token, 1, Integer::sum);
		}
		pause(before);
		Account account = renew(token);
		pause(after);
		if (account == null) {
			answer(exchange, 400,
					"""
							{"error":"invalid_grant","error_description":"Refresh token is invalid or expired.","log_id":"1"}""");
			return;
		}
		long generation = generation(token) + 1;
		answer(exchange, 200, tokens(account.login, generation));
		synchronized (this) {
			account.delivered = generation;
			account.deliveredTo = process;
			account.askedAt = askedAt;
			account.deliveredAt = System.currentTimeMillis();
		}
	}

	private synchronized @Nullable Account renew(String token) {
		Account account = this.accounts.get(login(token));
		if (account == null || !account.alive || account.generation != generation(token)) {
			return null;
		}
		account.generation++;
		this.refreshes.incrementAndGet();
		return account;
	}

	private void user(HttpExchange exchange) throws IOException {
		String header = exchange.getRequestHeaders().getFirst("Authorization");
		String token = (header != null) ? header.replaceFirst("(?i)bearer ", "") : "";
		boolean alive;
		synchronized (this) {
			Account account = this.accounts.get(login(token));
			alive = account != null && account.alive && generation(token) <= account.generation && !lies(account);
		}
		if (alive) {
			int login = login(token);
			answer(exchange, 200,
					"""
							{"data":{"user":{"open_id":"oid-%d","union_id":"u-%d","display_name":"Person %d","username":"person%d"}},\
							"error":{"code":"ok","message":"","log_id":"2"}}"""
						.formatted(login, login, login, login));
		}
		else {
			answer(exchange, 401,
					"""
							{"data":{},"error":{"code":"access_token_invalid","message":"The access token is invalid.","log_id":"3"}}""");
		}
	}

	/** Refuses once in a while for no reason, but never twice in a row. */
	private synchronized boolean lies(Account account) {
		account.lied = !account.lied && this.random.nextInt(100) < this.delays.lies();
		return account.lied;
	}

	/** Somebody signs in: new tokens, the old ones are dead. */
	private synchronized String mint(long login) {
		Account account = this.accounts.computeIfAbsent((int) login, Account::new);
		account.alive = true;
		account.generation++;
		account.delivered = account.generation;
		return tokens(account.login, account.generation);
	}

	private synchronized void revoke(long login) {
		Account account = this.accounts.get((int) login);
		if (account != null) {
			account.alive = false;
		}
	}

	private String tokens(int login, long generation) {
		return """
				{"access_token":"act.%d.%d","expires_in":%d,"open_id":"oid-%d","refresh_expires_in":15552000,\
				"refresh_token":"rft.%d.%d","scope":"user.info.basic,user.info.profile,user.info.stats","token_type":"Bearer"}"""
			.formatted(login, generation, this.life, login, login, generation);
	}

	private synchronized String books() {
		StringBuilder all = new StringBuilder();
		this.accounts.values().forEach((account) -> {
			all.append(all.isEmpty() ? "" : ",");
			all.append("{\"login\":%d,\"generation\":%d,\"alive\":%b,\"delivered\":%d,\"to\":%d,\"from\":%d,\"at\":%d}"
				.formatted(account.login, account.generation, account.alive, account.delivered, account.deliveredTo,
						account.askedAt, account.deliveredAt));
		});
		long twice = this.shown.values().stream().filter((times) -> times > 1).count();
		return "{\"refreshes\":%d,\"twice\":%d,\"accounts\":[%s]}".formatted(this.refreshes.get(), twice, all);
	}

	/** Mostly short, sometimes long, seldom very long. */
	private synchronized long delay() {
		if (this.delays.fixed() > 0) {
			return this.delays.fixed() / 2;
		}
		int kind = this.random.nextInt(100);
		long most = (kind < 90) ? this.delays.usual() : (kind < 99) ? this.delays.some() : this.delays.most();
		return (most > 0) ? this.random.nextLong(most + 1) : 0;
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int login(String token) {
		String[] parts = token.split("\\.", -1);
		return (parts.length == 3 && parts[1].matches("[0-9]{1,9}")) ? Integer.parseInt(parts[1]) : -1;
	}

	private static long generation(String token) {
		String[] parts = token.split("\\.", -1);
		return (parts.length == 3 && parts[2].matches("[0-9]{1,9}")) ? Long.parseLong(parts[2]) : -1;
	}

	private static long number(HttpExchange exchange, String name) {
		return Long.parseLong(form(String.valueOf(exchange.getRequestURI().getRawQuery())).getOrDefault(name, "0"));
	}

	private static Map<String, String> form(String encoded) {
		Map<String, String> form = new HashMap<>();
		for (String pair : encoded.split("&", -1)) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				form.put(pair.substring(0, equals),
						URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
			}
		}
		return form;
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.getResponseBody().flush();
	}

	/**
	 * Milliseconds at most before and after the network's own commit, and how many of a
	 * hundred good tokens are refused; or a fixed time in place of all.
	 */
	private record Delays(long usual, long some, long most, long lies, long fixed) {
	}

	/** What the network knows of somebody. */
	private static final class Account {

		private final int login;

		private boolean alive = true;

		private boolean lied;

		private long generation;

		private long delivered;

		private int deliveredTo;

		private long askedAt;

		private long deliveredAt;

		private Account(int login) {
			this.login = login;
		}

	}

}
