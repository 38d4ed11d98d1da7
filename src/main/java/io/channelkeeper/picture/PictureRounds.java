package io.channelkeeper.picture;

import java.util.Optional;
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
import io.channelkeeper.channel.EligibilityChanged;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ChannelDisconnected;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.OfferGivenUp;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.connection.OtherChannelKept;
import io.channelkeeper.connection.PersonErased;
import io.channelkeeper.connection.ProfileRead;

/**
 * Decides when pictures are fetched: at once after a channel was connected, its public
 * profile read or another account kept (N-11), and in rounds for what did not work at
 * once. When a profile is read anew is planned apart, and first in each transaction: a
 * reading that goes on meanwhile holds its row before the picture's.
 */
@Component
public class PictureRounds {

	private static final Logger log = LoggerFactory.getLogger(PictureRounds.class);

	private static final int ROUND = 500;

	private final PictureStore store;

	private final OfferedChannelPictures offered;

	private final PictureDesk desk;

	private final ReadingRows rows;

	private final ReadingPlan plan;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture-", 0).factory());

	PictureRounds(PictureStore store, OfferedChannelPictures offered, PictureDesk desk, ReadingRows rows,
			ReadingPlan plan) {
		this.rows = rows;
		this.plan = plan;
		this.store = store;
		this.offered = offered;
		this.desk = desk;
	}

	@EventListener
	@Transactional
	void note(ChannelConnected connected) {
		UUID organization = connected.organizationId();
		this.plan.told(organization, connected.channelId());
		kept(connected).ifPresentOrElse((kept) -> this.store.adopt(organization, connected.channelId(), kept),
				() -> this.store.offer(organization, connected.channelId(), connected.picture()));
	}

	@TransactionalEventListener
	void fetch(ChannelConnected connected) {
		if (connected.picture() != null) {
			this.threads.execute(() -> fetchNow(this.store, connected.channelId()));
		}
	}

	/** What was fetched for an offer; by now its address may have run out (N-11). */
	private Optional<KeptPicture> kept(ChannelConnected connected) {
		UUID offer = connected.errandId();
		return (offer != null && connected.errand().equals(OfferedChannels.ERRAND))
				? this.offered.take(connected.organizationId(), offer) : Optional.empty();
	}

	@EventListener
	void note(OtherChannelKept other) {
		if (other.picture() != null) {
			this.offered.note(other.organizationId(), other.offerId(), other.picture());
		}
	}

	@TransactionalEventListener
	void fetch(OtherChannelKept other) {
		if (other.picture() != null) {
			this.threads.execute(() -> fetchNow(this.offered, other.offerId()));
		}
	}

	@EventListener
	void forget(OfferGivenUp offer) {
		this.offered.forget(offer.organizationId(), offer.offerId());
	}

	@EventListener
	@Transactional
	void note(ProfileRead read) {
		this.plan.told(read.organizationId(), read.channelId());
		this.store.offer(read.organizationId(), read.channelId(), read.picture());
	}

	@TransactionalEventListener
	void fetch(ProfileRead read) {
		if (read.picture() != null) {
			this.threads.execute(() -> fetchNow(this.store, read.channelId()));
		}
	}

	/** Whoever bore the wrong handle is somebody else, and so is the picture. */
	@EventListener
	@Transactional
	void forget(ChannelNamed named) {
		this.plan.named(named.organizationId(), named.channelId());
		if (named.forgotten()) {
			this.plan.forget(named.organizationId(), named.channelId());
			this.store.forget(named.organizationId(), named.channelId());
		}
	}

	/** Without a login it is told from what strangers see, or why nothing is. */
	@EventListener
	void read(ChannelDisconnected disconnected) {
		this.plan.soon(disconnected.organizationId(), disconnected.channelId());
	}

	@EventListener
	void read(EligibilityChanged changed) {
		this.plan.soon(changed.organizationId(), changed.channelId());
	}

	@EventListener
	void read(ConnectionsRestored restored) {
		this.plan.restored(restored.organizationId(), restored.channelIds());
	}

	/** What came by a person's sign-in goes when the person wants it deleted. */
	@EventListener
	@Transactional
	void forget(PersonErased erased) {
		erased.channelIds().forEach((channel) -> {
			this.plan.soon(erased.organizationId(), channel);
			this.plan.forget(erased.organizationId(), channel);
		});
		erased.channelIds().forEach((channel) -> this.store.forget(erased.organizationId(), channel));
	}

	private void fetchNow(PictureShelf shelf, UUID owner) {
		try {
			work(shelf, owner);
		}
		catch (RuntimeException ex) {
			log.warn("The picture of {} waits for the next round", owner, ex);
		}
	}

	private boolean work(PictureShelf shelf, @Nullable UUID owner) {
		Optional<PictureDesk.Done> done = this.desk.work(shelf, owner);
		if (shelf instanceof PictureStore) {
			done.ifPresent(this::note);
		}
		return done.isPresent();
	}

	private void note(PictureDesk.Done done) {
		ReadingResult result = done.result();
		if (result != null) {
			this.rows.noted(done.due().organizationId(), done.due().ownerId(), result);
		}
	}

	/** Fetches what is due, at most 500 pictures. */
	public void round() {
		int done = 0;
		int failed = 0;
		boolean more = true;
		while (more && done + failed < ROUND) {
			try {
				more = work(this.store, null) || work(this.offered, null);
				done += more ? 1 : 0;
			}
			catch (RuntimeException ex) {
				failed++;
				log.warn("A picture waits for the next round", ex);
			}
		}
		if (done + failed > 0) {
			log.info("Pictures taken on {}, failed {}", done, failed);
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

}
