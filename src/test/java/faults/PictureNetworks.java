package faults;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Four networks and their pictures' servers, as their documents describe them. They
 * refuse and fail by chance, and write down every question.
 */
final class PictureNetworks implements AutoCloseable {

	/** Of a thousand questions for a profile. */
	private static final int LIMITED = 50;

	/** Of a thousand questions. */
	private static final int FAILING = 20;

	/** Whose picture is none, of a hundred. */
	private static final int GARBAGE = 7;

	private static final int HUNDRED = 100;

	private static final int SIDE = 96;

	private static final Pattern PICTURE = Pattern.compile("/picture/([a-z]+)/(\\w+)\\.png");

	private static final Pattern X = Pattern.compile("/x/2/users/by/username/(\\w+)");

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final Random random;

	private final HttpServer server;

	PictureNetworks(long seed) throws IOException {
		this.random = new Random(seed);
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** What the application needs to know of them. */
	Map<String, String> settings() {
		return Map.ofEntries(Map.entry("channelkeeper.network.youtube.api-url", address() + "/youtube"),
				Map.entry("channelkeeper.network.youtube.api-key", "faults"),
				Map.entry("channelkeeper.network.x.api-url", address() + "/x"),
				Map.entry("channelkeeper.network.x.bearer-token", "faults"),
				Map.entry("channelkeeper.network.instagram.api-url", address() + "/instagram"),
				Map.entry("spring.security.oauth2.client.registration.instagram.client-id", "faults"),
				Map.entry("spring.security.oauth2.client.registration.instagram.client-secret", "faults"),
				Map.entry("channelkeeper.network.youtube.picture-hosts", address()),
				Map.entry("channelkeeper.network.x.picture-hosts", address()),
				Map.entry("channelkeeper.network.tiktok.picture-hosts", address()),
				Map.entry("channelkeeper.network.instagram.picture-hosts", address()));
	}

	/** What was asked about each account, by network and handle. */
	Map<String, Account> accounts() {
		return this.accounts;
	}

	/** Whether an account's picture is none. */
	static boolean isGarbage(String account) {
		return Integer.parseInt(account.replaceFirst(".*\\D", "")) % HUNDRED == GARBAGE;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			Matcher picture = PICTURE.matcher(path);
			Matcher x = X.matcher(path);
			if (picture.matches()) {
				picture(exchange, picture.group(1) + "/" + picture.group(2));
			}
			else if (x.matches()) {
				profile(exchange, "x", x.group(1));
			}
			else if (path.equals("/youtube/channels")) {
				profile(exchange, "youtube", query(exchange, "forHandle").replaceFirst("^(@|%40)", ""));
			}
			else if (path.endsWith("/v2/user/info/")) {
				String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
				profile(exchange, "tiktok", "person" + token.replaceFirst("(?i)bearer at-", ""));
			}
			else if (path.startsWith("/instagram/me")) {
				profile(exchange, "instagram", "person" + query(exchange, "access_token").replaceFirst("^at-", ""));
			}
			else {
				send(exchange, 404, "{}");
			}
		}
	}

	private static String query(HttpExchange exchange, String name) {
		Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)")
			.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
		return found.find() ? found.group(1) : "";
	}

	private Account account(String network, String handle) {
		return this.accounts.computeIfAbsent(network + "/" + handle, (key) -> new Account());
	}

	private int chance() {
		synchronized (this.random) {
			return this.random.nextInt(1000);
		}
	}

	private void profile(HttpExchange exchange, String network, String handle) throws IOException {
		Account account = account(network, handle);
		int chance = chance();
		if (chance < LIMITED) {
			account.limited.incrementAndGet();
			exchange.getResponseHeaders().set("Retry-After", "1");
			send(exchange, 429, limit(network));
		}
		else if (chance < LIMITED + FAILING) {
			account.failed.incrementAndGet();
			send(exchange, 500, "{}");
		}
		else {
			account.profiles.incrementAndGet();
			send(exchange, 200, profile(network, handle));
		}
	}

	private static String limit(String network) {
		return switch (network) {
			case "tiktok" -> """
					{"error":{"code":"rate_limit_exceeded","message":"Too many","log_id":"1"}}""";
			case "youtube" -> """
					{"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED"}}""";
			case "instagram" -> """
					{"error":{"message":"(#4) Application request limit reached","type":"OAuthException","code":4}}""";
			default -> """
					{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""";
		};
	}

	private String profile(String network, String handle) {
		String id = handle.replaceFirst("person", "id");
		String picture = address() + "/picture/" + network + "/" + handle + ".png";
		String template = switch (network) {
			case "tiktok" -> """
					{"data":{"user":{"open_id":"%1$s","union_id":"u","display_name":"P","username":"%2$s",
					"follower_count":7,"avatar_url":"%3$s"}},"error":{"code":"ok","message":"","log_id":"2"}}""";
			case "youtube" ->
				"""
						{"kind":"youtube#channelListResponse","items":[{"id":"UC%1$s","snippet":{"title":"P","customUrl":"@%2$s",
						"thumbnails":{"high":{"url":"%3$s"}}},"statistics":{"subscriberCount":"7"},
						"status":{"privacyStatus":"public"}}]}""";
			case "instagram" -> """
					{"id":"1","user_id":"%1$s","username":"%2$s","name":"P","account_type":"BUSINESS",
					"followers_count":7,"profile_picture_url":"%3$s"}""";
			default -> """
					{"data":{"id":"%1$s","name":"P","username":"%2$s","protected":false,"profile_image_url":"%3$s",
					"public_metrics":{"followers_count":7}}}""";
		};
		return template.formatted(network.equals("x") ? id.replaceAll("\\D", "") + "1" : id, handle, picture);
	}

	private void picture(HttpExchange exchange, String name) throws IOException {
		Account account = this.accounts.computeIfAbsent(name, (key) -> new Account());
		if (chance() < FAILING) {
			account.failed.incrementAndGet();
			send(exchange, 500, "");
			return;
		}
		account.pictures.incrementAndGet();
		byte[] bytes = isGarbage(name) ? "<html>none</html>".getBytes(StandardCharsets.UTF_8) : image(name);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/** A picture like no other. */
	private static byte[] image(String name) throws IOException {
		BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(new Color(name.hashCode() & 0xffffff));
		graphics.fillRect(0, 0, SIDE, SIDE);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		return bytes.toByteArray();
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** What was answered to questions about an account. */
	static final class Account {

		final AtomicInteger profiles = new AtomicInteger();

		final AtomicInteger pictures = new AtomicInteger();

		final AtomicInteger limited = new AtomicInteger();

		final AtomicInteger failed = new AtomicInteger();

		@Override
		public String toString() {
			return "profiles %s, pictures %s, limited %s, failed %s".formatted(this.profiles, this.pictures,
					this.limited, this.failed);
		}

	}

}
