package io.channelkeeper.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.channelkeeper.invitation.InvitationRefusedException;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Reminds several creators of the invitations that they have not answered.
 */
@Service
public class ReminderService {

	private final ChannelGlimpses glimpses;

	private final InvitationService invitations;

	ReminderService(ChannelGlimpses glimpses, InvitationService invitations) {
		this.glimpses = glimpses;
		this.invitations = invitations;
	}

	/**
	 * Reminds of each invitation that is still open once. Who has no address is left out.
	 */
	public Reminded remind(Viewer viewer, Collection<UUID> creatorIds) {
		viewer.require(Action.INVITE);
		List<UUID> waiting = this.glimpses.of(creatorIds)
			.values()
			.stream()
			.flatMap(List::stream)
			.map(ChannelGlimpse::invitation)
			.filter((invitation) -> invitation != null && invitation.isWaiting())
			.map(InvitedGlimpse::invitationId)
			.distinct()
			.toList();
		int sent = (int) waiting.stream().filter((invitation) -> remind(viewer, invitation)).count();
		return new Reminded(sent, waiting.size() - sent);
	}

	/** Each reminder stands alone: what stands in its way does not hold up the others. */
	private boolean remind(Viewer viewer, UUID invitation) {
		try {
			this.invitations.remind(viewer, invitation);
			return true;
		}
		catch (InvitationRefusedException ex) {
			return false;
		}
	}

}
