package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A channel that works again, as a mail shows it.
 *
 * @param warning the warning that tells of it
 * @param creatorId whose it is
 * @param creator the creator's name
 * @param network where it lives
 * @param handle its handle
 * @param displayName its name at the network, or null
 * @param from since when it had delivered nothing
 * @param to since when it works again
 * @param wanted whether the member chose to hear of it
 */
record RestoredChannel(UUID warning, UUID creatorId, String creator, NetworkId network, String handle,
		@Nullable String displayName, Instant from, Instant to, boolean wanted) implements MailedChannel {

}
