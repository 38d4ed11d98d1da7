package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.NetworkId;

/**
 * A channel as lists show it.
 *
 * @param id the channel
 * @param creatorId whose it is
 * @param network where it lives
 * @param handle without {@code @}
 * @param displayName the name beside the handle, or null
 * @param state how it stands
 * @param severity smaller is worse
 * @param cause why it is invalid, or null
 * @param causeDetail the name that belongs to the cause, or null
 * @param since since when it stands so, or null
 * @param renewBy the consent deadline, or null
 * @param renewBySource where that is known from
 * @param provider who signed in, or null when nobody is
 * @param disconnectedBy the member who disconnected it, or null
 * @param followers the last count, or null
 * @param ineligible why it cannot be connected, or null
 * @param noAnswerSince since when its network has given no answer, or null
 * @param inDoubtSince since when nobody knows whether a renewal went through, or null
 * @param invitation how its latest invitation stands, or null
 */
public record ChannelGlimpse(UUID id, UUID creatorId, NetworkId network, String handle, @Nullable String displayName,
		ConnectionState state, int severity, @Nullable Cause cause, @Nullable String causeDetail,
		@Nullable Instant since, @Nullable Instant renewBy, DeadlineSource renewBySource, @Nullable String provider,
		@Nullable String disconnectedBy, @Nullable Long followers, Ineligibility.@Nullable Reason ineligible,
		@Nullable Instant noAnswerSince, @Nullable Instant inDoubtSince, @Nullable InvitedGlimpse invitation) {

	/** By when it is to be renewed, or null where nothing is or that is too late. */
	public @Nullable Instant deadline() {
		return (this.state.hasDeadline() && this.renewBySource != DeadlineSource.NONE) ? this.renewBy : null;
	}

	/** Connected and nothing to do. */
	public boolean isHealthy() {
		return this.state == ConnectionState.CONNECTED;
	}

}
