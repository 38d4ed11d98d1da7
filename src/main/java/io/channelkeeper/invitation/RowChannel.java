package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.NetworkId;

/**
 * A channel of an invitation in the list.
 *
 * @param channelId the channel
 * @param network where it lives
 * @param networkName its network's name
 * @param handle what people call it
 * @param providerName who signs the creator in
 * @param state how far it has come
 * @param since since when
 * @param opened whether the page was seen before
 * @param abandoned whether an attempt began and never ended
 * @param disowned whether the creator said that it is somebody else's
 * @param diagnosis why it is stuck, or null
 */
public record RowChannel(UUID channelId, NetworkId network, String networkName, String handle, String providerName,
		InvitationState state, Instant since, boolean opened, boolean abandoned, boolean disowned,
		@Nullable Diagnosis diagnosis) {

	public boolean isStuck() {
		return this.state == InvitationState.OPENED && this.diagnosis != null;
	}

}
