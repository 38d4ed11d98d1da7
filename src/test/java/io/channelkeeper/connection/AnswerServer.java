package io.channelkeeper.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A network's side byte by byte, so that it can answer as no HTTP server would.
 */
final class AnswerServer implements AutoCloseable {

	private final Map<String, Reply> replies = new ConcurrentHashMap<>();

	private final List<Socket> waiting = new ArrayList<>();

	private final int port;

	private volatile ServerSocket socket;

	AnswerServer() {
		try {
			this.socket = listen(0, 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.port = this.socket.getLocalPort();
		Thread.startVirtualThread(this::accept);
	}

	/** Takes calls again. */
	void open() throws IOException {
		close();
		this.socket = listen(this.port, 50);
		Thread.startVirtualThread(this::accept);
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/** What is answered from now on at paths that begin so. */
	void reply(String path, Reply reply) {
		this.replies.put(path, reply);
	}

	/** Nobody listens any more. */
	void refuse() throws IOException {
		this.socket.close();
	}

	/** Somebody listens and takes no call: the queue is full. */
	void ignore() throws IOException {
		this.socket = listen(this.port, 1);
		for (int taken = 0; taken < 3; taken++) {
			Socket one = new Socket();
			try {
				one.connect(this.socket.getLocalSocketAddress(), 100);
			}
			catch (IOException ex) {
				// The queue is full.
			}
			this.waiting.add(one);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket one : this.waiting) {
			one.close();
		}
	}

	private static ServerSocket listen(int port, int backlog) throws IOException {
		ServerSocket opened = new ServerSocket();
		opened.setReuseAddress(true);
		opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
		return opened;
	}

	private void accept() {
		ServerSocket open = this.socket;
		while (!open.isClosed()) {
			try {
				Socket call = open.accept();
				Thread.startVirtualThread(() -> serve(call));
			}
			catch (SocketException ex) {
				return;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void serve(Socket call) {
		try (call) {
			String path = read(call.getInputStream());
			Reply reply = reply(path);
			if (reply != null) {
				reply.to(call);
			}
		}
		catch (IOException ex) {
			// Whoever asked had enough.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Reply reply(String path) {
		return this.replies.entrySet()
			.stream()
			.filter((one) -> path.startsWith(one.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/** Reads a question to its end. */
	private static String read(InputStream in) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
		String first = String.valueOf(reader.readLine());
		int length = 0;
		for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
			if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(line.substring(15).strip());
			}
		}
		for (int index = 0; index < length; index++) {
			reader.read();
		}
		String[] parts = first.split(" ", -1);
		return (parts.length > 1) ? parts[1] : "";
	}

	/** One answer. */
	@FunctionalInterface
	interface Reply {

		void to(Socket call) throws IOException, InterruptedException;

		/** These bytes, and nothing more. */
		static Reply bytes(byte[] bytes) {
			return (call) -> {
				call.getOutputStream().write(bytes);
				call.getOutputStream().flush();
			};
		}

		/** A whole answer. */
		static Reply of(int status, byte[] body, String... headers) {
			return bytes(whole(status, body, headers));
		}

		/** The same that breaks off after so many bytes, with or without a reset. */
		static Reply broken(byte[] whole, int after, boolean reset) {
			return (call) -> {
				if (reset) {
					call.setSoLinger(true, 0);
				}
				call.getOutputStream().write(whole, 0, Math.min(after, whole.length));
				call.getOutputStream().flush();
			};
		}

		/** The same that stops after so many bytes and stays on the line. */
		static Reply stalled(byte[] whole, int after) {
			return (call) -> {
				call.getOutputStream().write(whole, 0, Math.min(after, whole.length));
				call.getOutputStream().flush();
				call.getInputStream().read();
			};
		}

		/** The same, one byte now and then. */
		static Reply dripping(byte[] whole) {
			return (call) -> {
				OutputStream out = call.getOutputStream();
				for (byte one : whole) {
					out.write(one);
					out.flush();
					Thread.sleep(50);
				}
			};
		}

		/** So many bytes of one kind, in no particular length. */
		static Reply flood(long bytes) {
			return (call) -> {
				OutputStream out = call.getOutputStream();
				out.write(head(200, "Connection: close"));
				byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
				for (long sent = 0; sent < bytes; sent += block.length) {
					out.write(block);
				}
			};
		}

		static byte[] whole(int status, byte[] body, String... headers) {
			List<String> all = new ArrayList<>(List.of(headers));
			all.add("Content-Length: " + body.length);
			all.add("Connection: close");
			return joined(head(status, all.toArray(String[]::new)), body);
		}

		static byte[] head(int status, String... headers) {
			return ("HTTP/1.1 " + status + " x\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
				.getBytes(StandardCharsets.ISO_8859_1);
		}

		static byte[] joined(byte[] one, byte[] other) {
			byte[] all = new byte[one.length + other.length];
			System.arraycopy(one, 0, all, 0, one.length);
			System.arraycopy(other, 0, all, one.length, other.length);
			return all;
		}

	}

}
