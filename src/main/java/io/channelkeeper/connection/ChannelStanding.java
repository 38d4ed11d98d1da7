package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;

/**
 * How a channel stands at a moment, as the database function {@code connection_state}
 * says.
 *
 * @param channelId the channel
 * @param state the state
 * @param cause why it is invalid, or null
 * @param causeDetail the name that belongs to the cause, such as a permission, or null
 * @param since since when the state holds, or null when unknown
 * @param renewBy the consent deadline, or null
 * @param renewBySource where that is known from
 * @param connectedAt when it was last connected, or null for never
 * @param connectedByMember the member who did, or null
 * @param connectedByCreator whether the creator did
 * @param granted message keys of the permissions that were granted
 * @param missing message keys of the permissions that are missing
 * @param disconnectedByMember the member who disconnected it, or null
 * @param loginId the login that carries it, or null
 * @param noAnswerSince since when the network has given no answer, or null
 * @param inDoubtSince since when nobody knows whether a renewal went through, or null
 */
public record ChannelStanding(UUID channelId, ConnectionState state, @Nullable Cause cause,
		@Nullable String causeDetail, @Nullable Instant since, @Nullable Instant renewBy, DeadlineSource renewBySource,
		@Nullable Instant connectedAt, @Nullable UUID connectedByMember, boolean connectedByCreator,
		List<String> granted, List<String> missing, @Nullable UUID disconnectedByMember, @Nullable UUID loginId,
		@Nullable Instant noAnswerSince, @Nullable Instant inDoubtSince) {

}
