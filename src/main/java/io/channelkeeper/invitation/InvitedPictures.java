package io.channelkeeper.invitation;

import java.util.UUID;

import org.springframework.stereotype.Service;

import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.picture.AwaitedPictures;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.NotFoundException;

/**
 * The pictures of invited channels, and of the account that came back in place of one,
 * for whoever holds the link (B-5). The link's organization is bound.
 */
@Service
public class InvitedPictures {

	private final InvitationRepository invitations;

	private final OfferedChannels offered;

	private final AwaitedPictures pictures;

	InvitedPictures(InvitationRepository invitations, OfferedChannels offered, AwaitedPictures pictures) {
		this.invitations = invitations;
		this.offered = offered;
		this.pictures = pictures;
	}

	/** Whether a channel has a picture, or one is on its way. */
	public boolean isExpected(UUID channelId) {
		return this.pictures.isExpectedOf(channelId);
	}

	/** The same for the account that came back. */
	public boolean isExpected(OfferedChannel other) {
		return this.pictures.isExpectedOfOffer(other.id());
	}

	/**
	 * The picture of a channel.
	 * @param soon whether to wait for one that is on its way, with initials behind it
	 * @throws NotFoundException if there is none, or the link is not about this channel
	 */
	public StoredPicture of(ConnectLink link, UUID channelId, boolean soon) {
		requireInvited(link, channelId);
		return this.pictures.ofChannel(channelId, soon);
	}

	/**
	 * The picture of the account that came back from the sign-in that the link tells of.
	 * @throws NotFoundException if none came back or nothing of it is kept any more
	 */
	public StoredPicture ofOther(ConnectLink link, boolean soon) {
		UUID channel = link.channelId();
		UUID attempt = link.attemptId();
		if (channel == null || attempt == null) {
			throw new NotFoundException("other account", link.invitationId());
		}
		requireInvited(link, channel);
		OfferedChannel other = this.offered.ofAttempt(attempt)
			.orElseThrow(() -> new NotFoundException("other account of attempt", attempt));
		return this.pictures.ofOffer(other.id(), soon);
	}

	private void requireInvited(ConnectLink link, UUID channelId) {
		boolean invited = !link.ended() && this.invitations.findById(link.invitationId())
			.filter((invitation) -> invitation.channelIds().contains(channelId))
			.isPresent();
		if (!invited) {
			throw new NotFoundException("invited channel", channelId);
		}
	}

}
