package io.channelkeeper.picture;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun.Scope;

/**
 * Fetches pictures because somebody asks for them, before those that are due by
 * themselves. All of it is about the bound organization.
 */
@Service
public class PictureErrands {

	private static final Logger log = LoggerFactory.getLogger(PictureErrands.class);

	/** How long a request waits for one picture. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final RunRows runs;

	private final ReadingRows rows;

	private final ReadingDesk desk;

	private final ChannelService channels;

	private final CreatorService creators;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture-errand-", 0).factory());

	PictureErrands(RunRows runs, ReadingRows rows, ReadingDesk desk, ChannelService channels, CreatorService creators) {
		this.runs = runs;
		this.rows = rows;
		this.desk = desk;
		this.channels = channels;
		this.creators = creators;
	}

	/**
	 * Fetches the picture of a channel, and waits for it up to 3 seconds. A person's own
	 * click is not background work: it does not stand back. Asks a network, so never
	 * inside a transaction.
	 * @return what came of it; outcome null while that is not known, 0 channels if the
	 * channel is archived
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws io.channelkeeper.support.NotFoundException if there is no such channel
	 */
	public PictureErrand fetchChannel(Viewer viewer, UUID channelId) {
		viewer.require(Action.KEEP_PORTFOLIO);
		Channel channel = this.channels.get(channelId);
		return this.runs.begin(viewer, Scope.CHANNEL, channel.creatorId(), channelId).map((run) -> {
			await(CompletableFuture.runAsync(() -> work(viewer.organizationId(), channelId), this.threads));
			return this.runs.only(run.id()).orElseGet(() -> new PictureErrand(1, null, null));
		}).orElseGet(() -> new PictureErrand(0, null, null));
	}

	/**
	 * Has the pictures of all channels of a creator fetched in the background.
	 * @return how many channels; none of those that are archived
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws io.channelkeeper.support.NotFoundException if there is no such creator
	 */
	public PictureErrand fetchCreator(Viewer viewer, UUID creatorId) {
		viewer.require(Action.KEEP_PORTFOLIO);
		UUID creator = this.creators.get(creatorId).id();
		return begun(this.runs.begin(viewer, Scope.CREATOR, creator, null).map(RunRows.Begun::channels).orElse(0));
	}

	/**
	 * Has all pictures of the organization fetched in the background.
	 * @return how many channels; none of those that are archived
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 */
	public PictureErrand fetchAll(Viewer viewer) {
		viewer.require(Action.MANAGE_CONNECTIONS);
		return begun(this.runs.begin(viewer, Scope.ORGANIZATION, null, null).map(RunRows.Begun::channels).orElse(0));
	}

	private static PictureErrand begun(int channels) {
		return new PictureErrand(channels, null, null);
	}

	/** Unless somebody else is at it. */
	private void work(UUID organization, UUID channel) {
		try {
			this.rows.claim(organization, channel).ifPresent(this.desk::work);
		}
		catch (RuntimeException ex) {
			log.warn("The picture of channel {} waits for the next round", channel, ex);
		}
	}

	private static void await(CompletableFuture<Void> work) {
		try {
			work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			log.debug("The picture is still on its way: {}", ex.getClass().getSimpleName());
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

}
