package io.channelkeeper.invitation;

import java.net.URI;
import java.util.UUID;

/**
 * A link in clear, right after it was made: shown once, kept nowhere.
 *
 * @param invitationId the invitation
 * @param letter what it is about
 * @param address the full address, to be passed on
 * @param message words around it in the creator's language, for a chat
 */
public record FreshLink(UUID invitationId, Letter letter, URI address, String message) {

	@Override
	public String toString() {
		return "FreshLink[" + this.invitationId + "]";
	}

}
