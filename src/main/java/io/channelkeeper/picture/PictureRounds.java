package io.channelkeeper.picture;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.channelkeeper.channel.ChannelNamed;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ProfileRead;

/**
 * Decides when pictures are fetched: at once after a channel was connected or its public
 * profile read (N-11), and in rounds for what did not work at once.
 */
@Component
public class PictureRounds {

	private static final Logger LOG = LoggerFactory.getLogger(PictureRounds.class);

	private static final int ROUND = 500;

	private final PictureStore store;

	private final PictureDesk desk;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture-", 0).factory());

	PictureRounds(PictureStore store, PictureDesk desk) {
		this.store = store;
		this.desk = desk;
	}

	@EventListener
	void note(ChannelConnected connected) {
		this.store.offer(connected.organizationId(), connected.channelId(), connected.picture());
	}

	@TransactionalEventListener
	void fetch(ChannelConnected connected) {
		if (connected.picture() != null) {
			this.threads.execute(() -> fetchNow(connected.channelId()));
		}
	}

	@EventListener
	void note(ProfileRead read) {
		this.store.offer(read.organizationId(), read.channelId(), read.picture());
	}

	@TransactionalEventListener
	void fetch(ProfileRead read) {
		this.threads.execute(() -> fetchNow(read.channelId()));
	}

	/** Whoever bore the wrong handle is somebody else, and so is the picture. */
	@EventListener
	@Transactional
	void forget(ChannelNamed named) {
		if (named.forgotten()) {
			this.store.forget(named.organizationId(), named.channelId());
		}
	}

	private void fetchNow(UUID channel) {
		try {
			this.desk.work(channel);
		}
		catch (RuntimeException ex) {
			LOG.warn("The picture of channel {} waits for the next round", channel, ex);
		}
	}

	/** Fetches what is due, at most one page. */
	public void round() {
		int done = 0;
		int failed = 0;
		boolean more = true;
		while (more && done + failed < ROUND) {
			try {
				more = this.desk.work(null);
				done += more ? 1 : 0;
			}
			catch (RuntimeException ex) {
				failed++;
				LOG.warn("A picture waits for the next round", ex);
			}
		}
		if (done + failed > 0) {
			LOG.info("Pictures taken on {}, failed {}", done, failed);
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

}
