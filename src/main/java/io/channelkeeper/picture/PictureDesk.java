package io.channelkeeper.picture;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Networks;

/**
 * Takes on what networks offer: fetches, checks, keeps, and notes why when there is
 * nothing.
 */
@Component
class PictureDesk {

	private static final Logger log = LoggerFactory.getLogger(PictureDesk.class);

	/** Addresses of pictures live for hours to days (N-11). */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10),
			Duration.ofHours(1), Duration.ofHours(6));

	private final PictureFetcher fetcher;

	private final PictureNormalizer normalizer;

	private final Networks networks;

	PictureDesk(PictureFetcher fetcher, PictureNormalizer normalizer, Networks networks) {
		this.fetcher = fetcher;
		this.normalizer = normalizer;
		this.networks = networks;
	}

	/**
	 * Takes on one picture, if one is due.
	 * @param owner this owner's only, or null for whichever is due first
	 * @return whether there was one
	 */
	boolean work(PictureShelf shelf, @Nullable UUID owner) {
		return shelf.claim(owner).map((due) -> {
			fetch(shelf, due);
			return true;
		}).orElse(false);
	}

	private void fetch(PictureShelf shelf, DuePicture due) {
		try {
			byte[] source = this.fetcher.fetch(due.address(),
					new AllowedHosts(this.networks.get(due.network()).pictureHosts()));
			String sourceHash = Sha256.hex(source);
			if (sourceHash.equals(due.sourceHash())) {
				shelf.unchanged(due);
			}
			else {
				shelf.keep(due, this.normalizer.normalize(source), sourceHash);
			}
		}
		catch (PictureMissingException ex) {
			log.info("No picture of {}: {}", due.ownerId(), ex.reason());
			boolean again = ex.reason().mayPass() && due.attempts() <= PAUSES.size();
			shelf.missing(due, ex.reason(), again ? PAUSES.get(due.attempts() - 1) : null);
		}
	}

}
