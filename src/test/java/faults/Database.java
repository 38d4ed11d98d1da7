package faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL that writes everything down before it says so, and that can be restarted
 * under the application.
 */
final class Database implements AutoCloseable {

	private final Path folder;

	private final int port;

	private EmbeddedPostgres server;

	Database(Path folder) throws IOException {
		this.folder = folder;
		this.port = freePort();
		this.server = start();
	}

	private EmbeddedPostgres start() throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(this.folder)
			.setCleanDataDirectory(false)
			.setPort(this.port)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "200")
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres?user=postgres";
	}

	void restart() throws IOException {
		this.server.close();
		this.server = start();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
