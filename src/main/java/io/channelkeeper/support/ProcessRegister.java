package io.channelkeeper.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells which processes of the application are alive, whatever machine they run on. Each
 * holds a lock of the database's on a connection of its own: it ends with the process,
 * however that ends, and goes on while the process is merely slow or stopped.
 */
@Component
public class ProcessRegister implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ProcessRegister.class);

	private static final int LOOK_EVERY_SECONDS = 2;

	private final UUID id = Ids.next();

	private final DataSource database;

	private final JdbcClient jdbc;

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("process-register").factory());

	private @Nullable Future<?> watch;

	private @Nullable Connection held;

	ProcessRegister(DataSource database, JdbcClient jdbc) {
		this.database = database;
		this.jdbc = jdbc;
	}

	/** This process. */
	public UUID id() {
		return this.id;
	}

	/**
	 * Whether a process holds its lock no more. Just after the database was restarted
	 * that is so of living ones too, for a few seconds: ask twice.
	 */
	public boolean isGone(UUID process) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:process, 0))")
			.param("process", key(process))
			.query(Boolean.class)
			.single();
	}

	@Override
	public synchronized void start() {
		hold();
		this.watch = this.thread.scheduleWithFixedDelay(this::hold, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS,
				TimeUnit.SECONDS);
	}

	@Override
	public synchronized void stop() {
		if (this.watch != null) {
			this.watch.cancel(true);
			this.watch = null;
		}
		letGo();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.watch != null;
	}

	/** Before everything that may claim work in this process's name. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 100;
	}

	/** Takes the lock where it is not held, as after a restart of the database. */
	private synchronized void hold() {
		try {
			if (this.held != null && this.held.isValid(LOOK_EVERY_SECONDS)) {
				return;
			}
			letGo();
			this.held = this.database.getConnection();
			try (PreparedStatement lock = this.held
				.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
				lock.setString(1, key(this.id));
				lock.execute();
			}
		}
		catch (SQLException ex) {
			log.warn("This process cannot say that it is alive: {}", ex.getClass().getSimpleName());
			letGo();
		}
	}

	private void letGo() {
		Connection connection = this.held;
		this.held = null;
		if (connection == null) {
			return;
		}
		try (connection; PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
			unlock.execute();
		}
		catch (SQLException ex) {
			log.debug("The connection is gone already: {}", ex.getClass().getSimpleName());
		}
	}

	private static String key(UUID process) {
		return "process/" + process;
	}

}
