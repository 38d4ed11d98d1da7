package io.channelkeeper.invitation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.NotFoundException;

/**
 * The pictures of invited channels, for whoever holds the link (B-5). The link's
 * organization is bound.
 */
@Service
public class InvitedPictures {

	private static final int SIDE = 96;

	private final InvitationRepository invitations;

	private final PictureService pictures;

	InvitedPictures(InvitationRepository invitations, PictureService pictures) {
		this.invitations = invitations;
		this.pictures = pictures;
	}

	public boolean has(UUID channelId) {
		return this.pictures.address(channelId).isPresent();
	}

	/**
	 * The picture of a channel.
	 * @throws NotFoundException if there is none, or the link is not about this channel
	 */
	@Transactional(readOnly = true)
	public StoredPicture of(ConnectLink link, UUID channelId) {
		return this.invitations.findById(link.invitationId())
			.filter((invitation) -> !link.ended() && invitation.channelIds().contains(channelId))
			.flatMap((invitation) -> this.pictures.address(channelId))
			.flatMap(this::content)
			.orElseThrow(() -> new NotFoundException("picture of channel", channelId));
	}

	private Optional<StoredPicture> content(String address) {
		return this.pictures.content(address.substring(address.lastIndexOf('/') + 1), SIDE);
	}

}
