package io.channelkeeper.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * When somebody has to sign in again, so that the channels of one login stay connected.
 *
 * @param loginId the login
 * @param at until when
 * @param creatorName the creator who signed in, or null where a member did
 * @param memberName the member who signed in, or null where the creator did
 * @param channels what hangs on it, at least one
 */
record Deadline(UUID loginId, Instant at, @Nullable String creatorName, @Nullable String memberName,
		List<Carried> channels) {

	Deadline {
		channels = List.copyOf(channels);
	}

	/**
	 * A channel that hangs on a login.
	 *
	 * @param id the channel
	 * @param network where it lives
	 * @param handle its handle
	 * @param displayName its name at the network, or null
	 * @param creatorId whose it is
	 * @param creator the creator's name
	 */
	record Carried(UUID id, NetworkId network, String handle, @Nullable String displayName, UUID creatorId,
			String creator) {

	}

}
