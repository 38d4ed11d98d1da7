package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A link as somebody followed it.
 *
 * @param organizationId the organization that invites
 * @param invitationId the invitation
 * @param language in which the creator is written to
 * @param via how the link travelled
 * @param attemptId the attempt whose end it shows, or null
 * @param channelId the channel of that attempt, or null
 * @param otherBrowser whether the network sent the person back to another browser
 * @param createdAt when it was made
 * @param ended whether a newer link replaced it
 */
public record ConnectLink(UUID organizationId, UUID invitationId, Locale language, LinkVia via,
		@Nullable UUID attemptId, @Nullable UUID channelId, boolean otherBrowser, Instant createdAt, boolean ended) {

}
