package io.channelkeeper.invitation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

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

	private static final Duration PAUSE = Duration.ofMillis(200);

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
	 * The picture of a channel, or empty while there is none.
	 * @param patience how long to wait for one that is on its way
	 * @throws NotFoundException if the link is not about this channel
	 */
	public Optional<StoredPicture> of(ConnectLink link, UUID channelId, Duration patience) {
		requireInvited(link, channelId);
		Optional<StoredPicture> picture = find(channelId);
		for (Duration waited = Duration.ZERO; picture.isEmpty()
				&& waited.compareTo(patience) < 0; waited = waited.plus(PAUSE)) {
			pause();
			picture = find(channelId);
		}
		return picture;
	}

	private void requireInvited(ConnectLink link, UUID channelId) {
		boolean invited = !link.ended() && this.invitations.findById(link.invitationId())
			.filter((invitation) -> invitation.channelIds().contains(channelId))
			.isPresent();
		if (!invited) {
			throw new NotFoundException("invited channel", channelId);
		}
	}

	private Optional<StoredPicture> find(UUID channelId) {
		return this.pictures.address(channelId)
			.flatMap((address) -> this.pictures.content(address.substring(address.lastIndexOf('/') + 1), SIDE));
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
