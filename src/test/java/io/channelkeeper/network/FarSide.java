package io.channelkeeper.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A network's side over real HTTP: replays answers that lie beside the tests, and
 * misbehaves on request.
 */
public final class FarSide implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	public FarSide() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::serve);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** The next answer at a path; the last one given stays. */
	public FarSide answer(String path, int status, String body, String... headers) {
		return answer(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	/** The same with bytes that need not be text. */
	public FarSide answer(String path, int status, byte[] bytes, String... headers) {
		return reply(path, (exchange) -> {
			for (int index = 0; index < headers.length; index += 2) {
				exchange.getResponseHeaders().add(headers[index], headers[index + 1]);
			}
			exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		});
	}

	/** The next answer at a path from a file beside the test. */
	public FarSide answer(String path, Class<?> test, String file) {
		return answer(path, file.startsWith("error") ? 400 : 200, read(test, file), "Content-Type",
				"text/javascript; charset=UTF-8");
	}

	/** Takes back every answer at a path. */
	public FarSide forget(String path) {
		this.replies.remove(path);
		return this;
	}

	/** Takes back every answer, and forgets what was asked. */
	public FarSide forget() {
		this.replies.clear();
		this.asked.clear();
		return this;
	}

	/** Closes the connection without a word. */
	public FarSide reset(String path) {
		return reply(path, HttpExchange::close);
	}

	/** Sends this many spaces. */
	public FarSide flood(String path, long bytes) {
		return reply(path, (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			byte[] block = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
			for (long sent = 0; sent < bytes; sent += block.length) {
				exchange.getResponseBody().write(block);
			}
		});
	}

	/** Sends a byte and then nothing more until it is closed. */
	public FarSide stall(String path) {
		return reply(path, (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			OutputStream body = exchange.getResponseBody();
			body.write('{');
			body.flush();
			awaitClose();
		});
	}

	public List<Asked> asked() {
		return this.asked;
	}

	/** The questions at one path. */
	public List<Asked> asked(String path) {
		return this.asked.stream().filter((asked) -> asked.path().equals(path)).toList();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	private FarSide reply(String path, Reply reply) {
		this.replies.computeIfAbsent(path, (key) -> new ArrayDeque<>()).add(reply);
		return this;
	}

	private void serve(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(exchange.getRequestURI())
				.build()
				.getQueryParams();
			Map<String, String> parameters = new LinkedHashMap<>();
			query.forEach((name, values) -> parameters.put(name,
					URLDecoder.decode(Objects.requireNonNull(values.getFirst()), StandardCharsets.UTF_8)));
			form(exchange).forEach((name, values) -> parameters.put(name, String.valueOf(values.getFirst())));
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
			this.asked.add(new Asked(exchange.getRequestMethod(), path, parameters, headers));
			next(path).to(exchange);
		}
	}

	private static MultiValueMap<String, String> form(HttpExchange exchange) throws IOException {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		String type = exchange.getRequestHeaders().getFirst("Content-Type");
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (type != null && type.startsWith("application/x-www-form-urlencoded") && body.contains("=")) {
			for (String pair : body.split("&", -1)) {
				int sign = pair.indexOf('=');
				form.add(URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8),
						URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
			}
		}
		return form;
	}

	private Reply next(String path) {
		Deque<Reply> queue = this.replies.getOrDefault(path, new ArrayDeque<>());
		synchronized (queue) {
			if (queue.isEmpty()) {
				return (exchange) -> exchange.sendResponseHeaders(404, -1);
			}
			return (queue.size() > 1) ? queue.removeFirst() : queue.getFirst();
		}
	}

	private void awaitClose() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String read(Class<?> test, String file) {
		try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What was asked.
	 *
	 * @param method the HTTP method
	 * @param path the path
	 * @param parameters the query and the form, decoded
	 * @param headers the headers, their names in any case
	 */
	public record Asked(String method, String path, Map<String, String> parameters, Map<String, String> headers) {
	}

	/** One answer. */
	@FunctionalInterface
	private interface Reply {

		void to(HttpExchange exchange) throws IOException;

	}

}
