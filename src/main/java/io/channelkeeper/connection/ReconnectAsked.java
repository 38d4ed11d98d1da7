package io.channelkeeper.connection;

import java.util.Set;
import java.util.UUID;

/**
 * A member asked colleagues to connect a channel again.
 *
 * @param organizationId the organization
 * @param requestId the request
 * @param channelId the channel
 * @param askedBy the member who asked
 * @param asked the members who were asked
 * @param takeOver whether to put a sign-in of their own in the place of one that may well
 * work (B-10)
 */
public record ReconnectAsked(UUID organizationId, UUID requestId, UUID channelId, UUID askedBy, Set<UUID> asked,
		boolean takeOver) {

	public ReconnectAsked {
		asked = Set.copyOf(asked);
	}

}
