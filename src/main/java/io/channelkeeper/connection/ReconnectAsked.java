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
 */
public record ReconnectAsked(UUID organizationId, UUID requestId, UUID channelId, UUID askedBy, Set<UUID> asked) {

	public ReconnectAsked {
		asked = Set.copyOf(asked);
	}

}
