package io.channelkeeper.invitation;

import java.util.Set;
import java.util.UUID;

/**
 * A mail that asks a creator to renew.
 *
 * @param mailId the mail
 * @param channels everything that its page asks for
 */
public record MailedRenewal(UUID mailId, Set<UUID> channels) {

	public MailedRenewal {
		channels = Set.copyOf(channels);
	}

}
