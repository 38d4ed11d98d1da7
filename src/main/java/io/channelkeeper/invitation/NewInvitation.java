package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * What a member wants to invite a creator to.
 *
 * @param creatorId the creator
 * @param ways the channels in the order in which they are connected; at least one
 * @param recipient where mails go, or null when only links are passed on
 * @param language German or English
 * @param message the member's own words, or null
 * @param validUntil when the links end, or null for as long as the settings say
 */
public record NewInvitation(UUID creatorId, List<InvitedWay> ways, @Nullable EmailAddress recipient, Locale language,
		@Nullable String message, @Nullable Instant validUntil) {

	public NewInvitation {
		ways = List.copyOf(ways);
		if (ways.isEmpty()) {
			throw new IllegalArgumentException("An invitation without a channel");
		}
	}

}
