package io.channelkeeper.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.channelkeeper.support.Ids;

/**
 * A network's picture server: hands out what it was given, or misbehaves.
 */
public final class PictureHost implements AutoCloseable {

	/** The one that the application under test takes for TikTok's. */
	public static final PictureHost TIKTOK = new PictureHost();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final Map<String, List<Integer>> statuses = new ConcurrentHashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final HttpServer server;

	PictureHost() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String origin() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** A new address that answers with these bytes. */
	public URI serve(byte[] bytes) {
		return put((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		});
	}

	/** A new address that answers with these bytes once something has happened. */
	URI serveAfter(Runnable happens, byte[] bytes) {
		return put((exchange) -> {
			happens.run();
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		});
	}

	/** A new address whose answer has a name, and that sends nothing to who knows it. */
	public URI serveNamed(String etag, byte[] bytes) {
		return put((exchange) -> {
			boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
			this.statuses.computeIfAbsent(exchange.getRequestURI().getPath(), (path) -> new CopyOnWriteArrayList<>())
				.add(known ? 304 : 200);
			exchange.getResponseHeaders().set("ETag", etag);
			exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : bytes.length);
			if (!known) {
				exchange.getResponseBody().write(bytes);
			}
		});
	}

	/** What such an address has answered so far. */
	public List<Integer> statuses(URI address) {
		return this.statuses.getOrDefault(address.getPath(), List.of());
	}

	/** A new address that does not say how long its answer is. */
	URI serveUnannounced(byte[] bytes) {
		return put((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(bytes);
		});
	}

	URI fail(int status) {
		return put((exchange) -> exchange.sendResponseHeaders(status, -1));
	}

	URI redirect(String location) {
		return put((exchange) -> {
			exchange.getResponseHeaders().set("Location", location);
			exchange.sendResponseHeaders(302, -1);
		});
	}

	/** A new address that sends one byte and never the rest. */
	URI neverEnd() {
		return put((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			out.write('x');
			out.flush();
			awaitClose();
		});
	}

	/** A new address that never answers at all. */
	URI neverAnswer() {
		return put((exchange) -> awaitClose());
	}

	private URI put(Answer answer) {
		String path = "/" + Ids.next();
		this.answers.put(path, answer);
		return URI.create(origin() + path);
	}

	private void awaitClose() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer = this.answers.get(exchange.getRequestURI().getPath());
			if (answer == null) {
				exchange.sendResponseHeaders(404, -1);
			}
			else {
				answer.give(exchange);
			}
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	/**
	 * What happens at one address.
	 */
	private interface Answer {

		void give(HttpExchange exchange) throws IOException;

	}

}
