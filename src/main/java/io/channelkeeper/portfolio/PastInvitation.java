package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An invitation in a creator's history.
 *
 * @param id the invitation
 * @param at when it was made
 * @param by the name of the member who made it, or null where the clock did
 * @param channels its channels and how far each has come
 */
public record PastInvitation(UUID id, Instant at, @Nullable String by, List<Progress> channels) {

	public PastInvitation {
		channels = List.copyOf(channels);
	}

	/**
	 * One channel of an invitation.
	 *
	 * @param network where it lives
	 * @param handle without {@code @}
	 * @param displayName the name beside the handle, or null
	 * @param state how far it has come
	 */
	public record Progress(String network, String handle, @Nullable String displayName, String state) {

	}

}
