package io.channelkeeper.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server over real sockets that does what mail servers do on bad days, and writes
 * down what it took.
 */
public final class MoodySmtpServer implements AutoCloseable {

	/** Longer than anybody waits for it. */
	private static final Duration SLOWNESS = Duration.ofMinutes(2);

	/** How it is. */
	public enum Mood {

		/** Takes everything. */
		WELL,

		/** Nobody listens at its port. */
		REFUSING,

		/** Listens, and says nothing. */
		HANGING,

		/** Greets when everybody has left. */
		SLOW_TO_GREET,

		/** Greets with 421 and leaves. */
		BUSY,

		/** Does not want our sender. */
		AGAINST_SENDER,

		/** Puts every recipient off. */
		PUTTING_OFF,

		/** Takes the mail, and says nothing any more. */
		SILENT_AT_THE_END,

		/** Falls silent in the middle of a mail. */
		SILENT_AT_DATA,

		/** Takes the mail and leaves before it says so. */
		LEAVING_AT_DATA

	}

	private final int port;

	private volatile ServerSocket server;

	private volatile Thread porter;

	private volatile Mood mood = Mood.WELL;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<Taken> taken = new CopyOnWriteArrayList<>();

	private final AtomicInteger visits = new AtomicInteger();

	private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

	public MoodySmtpServer() throws IOException {
		this.server = listen(0);
		this.porter = admitTo(this.server);
		this.port = this.server.getLocalPort();
	}

	public int port() {
		return this.port;
	}

	/**
	 * Changes its mood from now on; whoever is there already feels it at the next word.
	 */
	public void become(Mood mood) throws IOException {
		this.mood = mood;
		if (mood == Mood.REFUSING) {
			shut();
		}
		else if (this.server.isClosed()) {
			this.server = listen(this.port);
			this.porter = admitTo(this.server);
		}
	}

	/** The port takes connections until whoever waits at it has left, too. */
	private void shut() throws IOException {
		this.server.close();
		try {
			this.porter.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What it answers one recipient, whatever its mood. */
	void answer(String recipient, String line) {
		this.answers.put(recipient, line);
	}

	/** It answers that recipient as all others. */
	void forgive(String recipient) {
		this.answers.remove(recipient);
	}

	/** What it took, in that order. */
	public List<Taken> taken() {
		return List.copyOf(this.taken);
	}

	/** How many connections there were. */
	int visits() {
		return this.visits.get();
	}

	/** How many are there now. */
	public int guests() {
		return this.guests.size();
	}

	/** Sends everybody away. */
	void dismiss() throws IOException {
		for (Socket guest : List.copyOf(this.guests)) {
			guest.close();
			this.guests.remove(guest);
		}
	}

	private static ServerSocket listen(int at) throws IOException {
		ServerSocket socket = new ServerSocket();
		socket.setReuseAddress(true);
		socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 200);
		return socket;
	}

	private Thread admitTo(ServerSocket socket) {
		return Thread.ofVirtual().start(() -> accept(socket));
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				if (socket.isClosed()) {
					client.close();
					return;
				}
				this.visits.incrementAndGet();
				this.guests.add(client);
				Thread.ofVirtual().start(() -> receive(client));
			}
			catch (IOException ex) {
				// it is closed
			}
		}
	}

	private void receive(Socket client) {
		try (client) {
			talk(client);
		}
		catch (IOException ex) {
			// the client left
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.guests.remove(client);
		}
	}

	private void talk(Socket client) throws IOException, InterruptedException {
		OutputStream out = client.getOutputStream();
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
		switch (this.mood) {
			case HANGING, SLOW_TO_GREET -> hang();
			case BUSY -> {
				say(out, "421 4.3.2 too many of you");
				return;
			}
			default -> {
			}
		}
		say(out, "220 moody");
		String recipient = "";
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.startsWith("RCPT")) {
				recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
			}
			if (line.equals("DATA")) {
				say(out, "354 go on");
				if (!take(in, out, recipient)) {
					return;
				}
			}
			else {
				say(out, reply(line, recipient));
			}
		}
	}

	private String reply(String line, String recipient) {
		if (line.startsWith("MAIL") && this.mood == Mood.AGAINST_SENDER) {
			return "550 5.7.1 not from you";
		}
		if (line.startsWith("RCPT")) {
			String usual = (this.mood == Mood.PUTTING_OFF) ? "451 4.7.1 come back later" : "250 fine";
			return this.answers.getOrDefault(recipient, usual);
		}
		return line.equals("QUIT") ? "221 bye" : "250 fine";
	}

	/** Whether the conversation goes on. */
	private boolean take(BufferedReader in, OutputStream out, String recipient)
			throws IOException, InterruptedException {
		String id = "";
		for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
			if (line == null) {
				return false;
			}
			id = line.startsWith("Message-ID: ") ? line.substring("Message-ID: ".length()) : id;
		}
		if (this.mood == Mood.SILENT_AT_DATA) {
			hang();
			return false;
		}
		this.taken.add(new Taken(id, recipient, System.nanoTime()));
		if (this.mood == Mood.LEAVING_AT_DATA) {
			return false;
		}
		say(out, "250 taken");
		if (this.mood == Mood.SILENT_AT_THE_END) {
			hang();
			return false;
		}
		return true;
	}

	private void hang() throws InterruptedException {
		this.closing.await(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.closing.countDown();
		shut();
	}

	/**
	 * A mail that it took.
	 *
	 * @param messageId as the header says
	 * @param recipient for whom
	 * @param at when, of the process's own clock in nanoseconds
	 */
	public record Taken(String messageId, String recipient, long at) {
	}

}
