package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where an interrupted channel stands in the list.
 *
 * @param channelId the channel
 * @param part whose move it is
 * @param unit what is mended in one go: a login, a creator, or the channel alone
 * @param unitSize how many interrupted channels of that part belong to it
 * @param partSize how many there are in that part
 * @param creatorId whose channel it is
 * @param creatorName the creator's name
 * @param creatorHasMail whether the creator can be written to
 * @param lookedAfterBy the member who looks after the creator, or null
 * @param connectedAt when it was last connected, or null
 * @param connectedByMember the member who did, or null
 * @param connectedByCreator whether the creator did
 */
public record ReconnectPlace(UUID channelId, ReconnectPart part, UUID unit, long unitSize, long partSize,
		UUID creatorId, String creatorName, boolean creatorHasMail, @Nullable UUID lookedAfterBy,
		@Nullable Instant connectedAt, @Nullable UUID connectedByMember, boolean connectedByCreator) {

}
