package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A channel whose connection ends, as a mail shows it.
 *
 * @param warning the warning that tells of it
 * @param id the channel
 * @param creatorId whose it is
 * @param creator the creator's name
 * @param network where it lives
 * @param handle its handle
 * @param displayName its name at the network, or null
 * @param deadline when it ends, or has ended
 * @param days so many days before that day it is told
 * @param askedAt when the creator was asked to renew it and has not answered yet, or null
 * @param byCreator whether the creator connected it
 * @param reason why the member is told of it, or null who chose otherwise
 * @param answers whether the member has to act
 */
record ExpiringChannel(UUID warning, UUID id, UUID creatorId, String creator, NetworkId network, String handle,
		@Nullable String displayName, Instant deadline, int days, @Nullable Instant askedAt, boolean byCreator,
		@Nullable WarningReason reason, boolean answers) implements MailedChannel {

}
