package io.channelkeeper;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/**
 * Lets two things happen at the same moment: the second one checks while the first one is
 * not committed yet, waits for it at the database, and goes on after its commit.
 */
@Component
public class SameMoment {

	private final TransactionTemplate transactions;

	private final JdbcClient jdbc;

	SameMoment(TransactionTemplate transactions, JdbcClient jdbc) {
		this.transactions = transactions;
		this.jdbc = jdbc;
	}

	/** What the second one answered. */
	public <T> T second(Runnable first, Callable<T> second) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<T> answer = this.transactions.execute((status) -> {
				first.run();
				Future<T> waiting = threads.submit(second);
				await().pollInSameThread()
					.pollInterval(Duration.ofMillis(20))
					.until(() -> waiting.isDone() || isWaitedFor());
				return waiting;
			});
			return answer.get(20, TimeUnit.SECONDS);
		}
	}

	private boolean isWaitedFor() {
		return this.jdbc.sql("""
				select exists (select from pg_stat_activity a where pg_backend_pid() = any(pg_blocking_pids(a.pid)))""")
			.query(Boolean.class)
			.single();
	}

}
