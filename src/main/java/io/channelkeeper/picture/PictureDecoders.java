package io.channelkeeper.picture;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/**
 * The only threads on which pictures are decoded: two, so that memory is bounded however
 * many come at once; platform threads, so that they keep none of the carriers of virtual
 * threads, on which requests are answered. People are served before rounds.
 */
@Component
class PictureDecoders {

	private static final int THREADS = 2;

	private final AtomicLong count = new AtomicLong();

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS,
			new PriorityBlockingQueue<>(), Thread.ofPlatform().daemon().name("picture-decoder-", 0).factory());

	PictureDecoders() {
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Works when its turn has come, after all people.
	 * @throws PictureMissingException if the work does
	 * @throws PicturesBusyException if it is not done within an hour
	 */
	<T> T behind(Callable<T> work) {
		return await(new Work<>(work, false, this.count.incrementAndGet()), Duration.ofHours(1));
	}

	/**
	 * Works for somebody who waits.
	 * @throws PictureMissingException if the work does
	 * @throws PicturesBusyException if it is not done within the patience
	 */
	<T> T ahead(Callable<T> work, Duration patience) {
		return await(new Work<>(work, true, this.count.incrementAndGet()), patience);
	}

	private <T> T await(Work<T> work, Duration patience) {
		this.threads.execute(work);
		try {
			return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new PicturesBusyException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PicturesBusyException(ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof PictureMissingException missing) {
				throw missing;
			}
			throw new CompletionException(ex.getCause());
		}
		finally {
			work.cancel(false);
			this.threads.remove(work);
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

	/** Something to do, in its place in the queue. */
	private static final class Work<T> extends FutureTask<T> implements Comparable<Work<?>> {

		private final boolean awaited;

		private final long number;

		Work(Callable<T> work, boolean awaited, long number) {
			super(work);
			this.awaited = awaited;
			this.number = number;
		}

		@Override
		public int compareTo(Work<?> other) {
			return (this.awaited != other.awaited) ? (this.awaited ? -1 : 1) : Long.compare(this.number, other.number);
		}

	}

}
