package io.channelkeeper.picture;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelDrift;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.network.Networks;
import io.channelkeeper.support.Tenancy;

/**
 * Fetches a picture, checks and keeps it, or notes why there is none.
 */
@Component
class PictureDesk {

	private static final Logger log = LoggerFactory.getLogger(PictureDesk.class);

	/** URLs of pictures live for hours to days (N-11). */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10),
			Duration.ofHours(1), Duration.ofHours(6));

	private final PictureFetcher fetcher;

	private final PictureNormalizer normalizer;

	private final Networks networks;

	private final ChannelDrifts drifts;

	PictureDesk(PictureFetcher fetcher, PictureNormalizer normalizer, Networks networks, ChannelDrifts drifts) {
		this.drifts = drifts;
		this.fetcher = fetcher;
		this.normalizer = normalizer;
		this.networks = networks;
	}

	/**
	 * Takes on one picture, if one is due.
	 * @param owner this owner's only, or null for whichever is due first
	 * @return what came of it, or empty if there was none
	 */
	Optional<Done> work(PictureShelf shelf, @Nullable UUID owner) {
		return shelf.claim(owner).map((due) -> new Done(due, attempt(shelf, due)));
	}

	/** What fails here for no known reason is tried again like what does not answer. */
	private @Nullable ReadingResult attempt(PictureShelf shelf, DuePicture due) {
		try {
			return fetch(shelf, due, null, true);
		}
		catch (PictureOvertakenException ex) {
			log.info("Not kept: {}", ex.getMessage());
			return null;
		}
		catch (PicturesAwayException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.warn("The picture of {} could not be taken on", due.ownerId(), ex);
			Duration pause = pause(due);
			shelf.putOff(due, pause);
			return (pause != null) ? ReadingResult.retried(MissingReason.FAILED_HERE) : ReadingResult.failedHere();
		}
	}

	/** Until the same address is tried again, or null when that was done often enough. */
	private static @Nullable Duration pause(DuePicture due) {
		return (due.attempts() <= PAUSES.size()) ? PAUSES.get(due.attempts() - 1) : null;
	}

	/**
	 * Fetches a picture and keeps it. One that is the same as before is not decoded.
	 * @param known ETag of what is kept, or null
	 * @param insist whether the same URL is tried again later
	 * @throws PictureOvertakenException if it is no longer the one that is offered
	 */
	ReadingResult fetch(PictureShelf shelf, DuePicture due, @Nullable EntityTag known, boolean insist) {
		try {
			FetchedPicture fetched = this.fetcher.fetch(due.address(),
					new AllowedHosts(this.networks.get(due.network()).pictureHosts()), known);
			return ReadingResult.fetched(keep(shelf, due, fetched.content()), fetched.etag());
		}
		catch (PictureMissingException ex) {
			log.info("No picture of {}: {}", due.ownerId(), ex.reason());
			Duration pause = (insist && ex.reason().mayPass()) ? pause(due) : null;
			shelf.missing(due, ex.reason(), pause);
			return (pause != null) ? ReadingResult.retried(ex.reason()) : ReadingResult.missing(ex.reason());
		}
	}

	/** Whether other bytes came than before; another picture is told of (B-15). */
	private boolean keep(PictureShelf shelf, DuePicture due, byte @Nullable [] source) {
		String sourceHash = (source != null) ? Sha256.hex(source) : due.sourceHash();
		if (source == null || Objects.equals(sourceHash, due.sourceHash())) {
			shelf.unchanged(due);
			return false;
		}
		if (shelf.keep(due, this.normalizer.normalize(source), Sha256.hex(source))) {
			Tenancy.within(due.organizationId(),
					() -> this.drifts.note(due.ownerId(), ChannelDrift.Kind.PICTURE, null, null));
		}
		return true;
	}

	/**
	 * A picture that was taken on.
	 *
	 * @param due which
	 * @param result what came of it, or null when it is no longer the one that is offered
	 */
	record Done(DuePicture due, @Nullable ReadingResult result) {

	}

}
