package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;

/**
 * A channel that is interrupted, as a mail shows it.
 *
 * @param id the channel
 * @param creatorId whose it is
 * @param creator the creator's name
 * @param network where it lives
 * @param handle its handle
 * @param displayName its name at the network, or null
 * @param state in which way it is interrupted
 * @param cause why it is invalid, or null
 * @param causeDetail the name that belongs to the cause, or null
 * @param since since when
 * @param byCreator whether the creator connected it last
 * @param reason why the member is told of it, or null who chose otherwise
 */
record InterruptedChannel(UUID id, UUID creatorId, String creator, NetworkId network, String handle,
		@Nullable String displayName, ConnectionState state, @Nullable Cause cause, @Nullable String causeDetail,
		Instant since, boolean byCreator, @Nullable WarningReason reason) implements MailedChannel {

}
