package io.channelkeeper.picture;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The picture that a creator is shown with.
 *
 * @param creatorId whose it is
 * @param address path such as {@code /pictures/{hash}}, or null for none
 * @param source where it comes from; BEST when there is none
 * @param channelId the channel it comes from; of an uploaded one the channel whose
 * picture comes back when the upload is let go of; null when no channel has one
 * @param uploadedBy the name of the member who uploaded it, or null
 * @param uploadedAt when it was uploaded, or null
 */
public record CreatorPicture(UUID creatorId, @Nullable String address, Source source, @Nullable UUID channelId,
		@Nullable String uploadedBy, @Nullable Instant uploadedAt) {

	/** Where a creator's picture comes from, the strongest first. */
	public enum Source {

		/** A member uploaded it; nothing takes its place by itself (P-14). */
		UPLOADED,

		/** A member chose the channel. */
		CHOSEN,

		/**
		 * Chosen automatically: connected channels first, then most followers, then
		 * oldest.
		 */
		BEST

	}

}
