package io.channelkeeper.picture;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The picture that a creator is shown with.
 *
 * @param creatorId whose it is
 * @param address where members find it, or null when there is none
 * @param source where it comes from; what would be looked at first if there is none
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

		/** The best of the channels: connected first, then followers, then the oldest. */
		BEST

	}

}
