package io.channelkeeper.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A mail server that answers every recipient the same: with a refusal.
 */
class GrumpySmtpServer implements AutoCloseable {

	private final ServerSocket server;

	private final String answer;

	GrumpySmtpServer(String answer) throws IOException {
		this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.answer = answer;
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket client = this.server.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// the client left, or the test is over
			}
		}
	}

	private void talk(Socket client) throws IOException {
		OutputStream out = client.getOutputStream();
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		say(out, "220 grumpy");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			say(out, line.startsWith("RCPT") ? this.answer : "250 fine");
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
