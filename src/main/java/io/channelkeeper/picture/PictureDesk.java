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

	private static final Logger LOG = LoggerFactory.getLogger(PictureDesk.class);

	/** Addresses of pictures live for hours to days (N-11). */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10),
			Duration.ofHours(1), Duration.ofHours(6));

	private final PictureStore store;

	private final PictureFetcher fetcher;

	private final PictureNormalizer normalizer;

	private final Networks networks;

	PictureDesk(PictureStore store, PictureFetcher fetcher, PictureNormalizer normalizer, Networks networks) {
		this.store = store;
		this.fetcher = fetcher;
		this.normalizer = normalizer;
		this.networks = networks;
	}

	/**
	 * Takes on one picture, if one is due.
	 * @param channel this channel's only, or null for whichever is due first
	 * @return whether there was one
	 */
	boolean work(@Nullable UUID channel) {
		return this.store.claim(channel).map((offered) -> {
			fetch(offered);
			return true;
		}).orElse(false);
	}

	private void fetch(OfferedPicture offered) {
		try {
			byte[] source = this.fetcher.fetch(offered.address(),
					new AllowedHosts(this.networks.get(offered.network()).pictureHosts()));
			String sourceHash = Sha256.hex(source);
			if (sourceHash.equals(offered.sourceHash())) {
				this.store.unchanged(offered);
			}
			else {
				this.store.keep(offered, this.normalizer.normalize(source), sourceHash);
			}
		}
		catch (PictureMissingException ex) {
			LOG.info("No picture of channel {}: {}", offered.channelId(), ex.reason());
			boolean again = ex.reason().mayPass() && offered.attempts() <= PAUSES.size();
			this.store.missing(offered, ex.reason(), again ? PAUSES.get(offered.attempts() - 1) : null);
		}
	}

}
