package io.channelkeeper.connection;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

import io.channelkeeper.channel.ChannelNamed;
import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.support.Tenancy;

/**
 * Asks for the public profiles of channels that were just added or corrected, so that
 * what cannot be connected is known before anybody is invited. One at a time, and later
 * where a network wants to be left alone.
 */
@Component
public class LookUpRounds {

	private static final Logger log = LoggerFactory.getLogger(LookUpRounds.class);

	private static final int ROUND = 500;

	private final PublicProfiles profiles;

	private final LookUpRows rows;

	private final LookUpProperties properties;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofVirtual().name("look-up-", 0).factory());

	LookUpRounds(PublicProfiles profiles, LookUpRows rows, LookUpProperties properties) {
		this.profiles = profiles;
		this.rows = rows;
		this.properties = properties;
	}

	@EventListener
	@Transactional
	void note(ChannelNamed named) {
		this.rows.forget(named.channelId());
		if (this.properties.newChannels() && this.profiles.isSetUp(named.network())) {
			this.rows.due(named.channelId());
		}
	}

	@TransactionalEventListener
	void ask(ChannelNamed named) {
		if (this.properties.newChannels() && this.profiles.isSetUp(named.network())) {
			this.thread.execute(() -> askNow(named.channelId()));
		}
	}

	private void askNow(UUID channelId) {
		try {
			work(channelId);
		}
		catch (RuntimeException ex) {
			log.warn("The profile of channel {} waits for the next round", channelId, ex);
		}
	}

	/** Asks for what is due, at most one page. */
	public void round() {
		int done = 0;
		int failed = 0;
		boolean more = true;
		while (more && done + failed < ROUND) {
			try {
				more = work(null);
				done += more ? 1 : 0;
			}
			catch (RuntimeException ex) {
				failed++;
				log.warn("A public profile waits for the next round", ex);
			}
		}
		if (done + failed > 0) {
			log.info("Public profiles asked for: {}, failed {}", done, failed);
		}
	}

	private boolean work(@Nullable UUID channelId) {
		return this.rows.claim(channelId).map((due) -> {
			Tenancy.within(due.organizationId(), () -> {
				if (BackgroundCalls.within(() -> this.profiles.look(due.channelId())).isEmpty()) {
					this.rows.done(due.channelId());
				}
			});
			return true;
		}).orElse(false);
	}

	@PreDestroy
	void close() {
		this.thread.shutdownNow();
	}

}
