package io.channelkeeper.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.springframework.stereotype.Service;

import io.channelkeeper.support.NotFoundException;

/**
 * Pictures for pages that are shown right after a sign-in, where they may still be on
 * their way and nothing reloads by itself. Waits outside of any transaction. The caller
 * has asked whether the reader may see the owner.
 */
@Service
public class AwaitedPictures {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final PictureAlbum album;

	private final PictureService pictures;

	private final OfferedChannelPictures offered;

	AwaitedPictures(PictureAlbum album, PictureService pictures, OfferedChannelPictures offered) {
		this.album = album;
		this.pictures = pictures;
		this.offered = offered;
	}

	/** Whether a channel has a picture, or one is on its way. */
	public boolean isExpectedOf(UUID channelId) {
		return this.pictures.standing(channelId)
			.filter((standing) -> standing.address() != null || standing.awaited())
			.isPresent();
	}

	/**
	 * The same for another account that is offered. One on its way is looked for first:
	 * it may arrive in between.
	 */
	public boolean isExpectedOfOffer(UUID offerId) {
		return this.offered.isPlanned(offerId) || this.offered.content(offerId).isPresent();
	}

	/**
	 * A channel's picture of 96 px.
	 * @param soon whether to wait up to 3 seconds for one that is on its way, and to
	 * answer {@link StoredPicture#nothing()} where none comes, as initials stand behind
	 * it
	 * @throws NotFoundException if there is none and soon is false
	 */
	public StoredPicture ofChannel(UUID channelId, boolean soon) {
		return await(() -> this.album.ofChannel(channelId, NormalizedPicture.SMALL), () -> isExpectedOf(channelId),
				soon)
			.orElseThrow(() -> new NotFoundException("picture of channel", channelId));
	}

	/** The same for another account that is offered. */
	public StoredPicture ofOffer(UUID offerId, boolean soon) {
		return await(() -> this.offered.content(offerId), () -> this.offered.isPlanned(offerId), soon)
			.orElseThrow(() -> new NotFoundException("picture of offer", offerId));
	}

	private static Optional<StoredPicture> await(Supplier<Optional<StoredPicture>> look, BooleanSupplier planned,
			boolean soon) {
		Optional<StoredPicture> picture = look.get();
		for (Duration waited = Duration.ZERO; soon && picture.isEmpty() && waited.compareTo(PATIENCE) < 0
				&& planned.getAsBoolean(); waited = waited.plus(PAUSE)) {
			pause();
			picture = look.get();
		}
		return (soon && picture.isEmpty()) ? look.get().or(() -> Optional.of(StoredPicture.nothing())) : picture;
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
