package io.channelkeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;

/**
 * The PostgreSQL server of one process of the tests and the databases on it.
 */
final class TestDatabases implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final EmbeddedPostgres server;

	private final List<String> names;

	private TestDatabases(EmbeddedPostgres server, List<String> names) {
		this.server = server;
		this.names = new CopyOnWriteArrayList<>(names);
	}

	/**
	 * Those of this process, none yet. They end after the applications on them, which
	 * would otherwise wait for them half a minute.
	 */
	static TestDatabases begin() {
		TestRun.THIS.forgetDatabases();
		TestDatabases databases = new TestDatabases(start(TestRun.THIS), List.of());
		SpringApplication.getShutdownHandlers().add(databases::end);
		return databases;
	}

	/** Those that another process left behind, until closed. */
	static TestDatabases of(TestRun run) {
		return new TestDatabases(start(run), run.databases());
	}

	/** The address of a new, empty database. */
	synchronized String make() {
		String name = "test" + (this.names.size() + 1);
		try (var connection = this.server.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		this.names.add(name);
		return url(name);
	}

	List<String> names() {
		return List.copyOf(this.names);
	}

	/** The addresses of all databases so far. */
	List<String> urls() {
		return this.names.stream().map(this::url).toList();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void end() {
		try {
			close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String url(String name) {
		return this.server.getJdbcUrl("postgres", name);
	}

	private static EmbeddedPostgres start(TestRun run) {
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(run.postgres())
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(PATIENCE)
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
