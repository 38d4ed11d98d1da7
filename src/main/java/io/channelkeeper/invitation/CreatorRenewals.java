package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.RenewalRefusedException.Reason;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Asks a creator to renew everything that is due at once, with one link (H-25, B-2).
 */
@Service
public class CreatorRenewals {

	/** Two members who press the button one after the other send one mail. */
	private static final Duration REST = Duration.ofHours(1);

	private final CreatorService creators;

	private final InvitationDesk desk;

	private final InvitationService invitations;

	private final InvitationRepository stored;

	private final AutomaticRenewals automatic;

	private final Clock clock;

	CreatorRenewals(CreatorService creators, InvitationDesk desk, InvitationService invitations,
			InvitationRepository stored, AutomaticRenewals automatic, Clock clock) {
		this.creators = creators;
		this.desk = desk;
		this.invitations = invitations;
		this.stored = stored;
		this.automatic = automatic;
		this.clock = clock;
	}

	/**
	 * Asks by mail.
	 * @throws RenewalRefusedException if nothing is due, there is no address, or the mail
	 * was sent just now
	 * @throws io.channelkeeper.support.NotFoundException if there is no such creator
	 */
	@Transactional
	public RenewalSent mail(Viewer viewer, UUID creatorId) {
		Creator creator = hold(viewer, creatorId);
		List<DeskChannel> due = due(creator);
		if (creator.email() == null) {
			throw new RenewalRefusedException(creatorId, Reason.NO_ADDRESS);
		}
		NewInvitation wish = wish(creator, due);
		if (isJustSent(wish)) {
			throw new RenewalRefusedException(creatorId, Reason.JUST_SENT);
		}
		UUID invitation = this.invitations.create(viewer, wish);
		this.invitations.send(viewer, invitation);
		return new RenewalSent(creator.name(), due.stream().map(DeskChannel::handle).toList(),
				this.invitations.usualEnd());
	}

	/**
	 * Makes a link to be passed on, which asks for the same.
	 * @throws RenewalRefusedException if nothing is due
	 * @throws io.channelkeeper.support.NotFoundException if there is no such creator
	 */
	@Transactional
	public FreshLink link(Viewer viewer, UUID creatorId, LinkVia via) {
		Creator creator = hold(viewer, creatorId);
		return this.invitations.link(viewer, this.invitations.create(viewer, wish(creator, due(creator))), via);
	}

	/** What a creator is called. */
	@Transactional(readOnly = true)
	public String name(UUID creatorId) {
		return this.creators.get(creatorId).name();
	}

	/** One at a time for a creator, so that nobody makes a second invitation. */
	private Creator hold(Viewer viewer, UUID creatorId) {
		viewer.require(Action.INVITE);
		Creator creator = this.creators.get(creatorId);
		this.automatic.hold(creatorId);
		return creator;
	}

	private List<DeskChannel> due(Creator creator) {
		List<DeskChannel> due = creator.archived() ? List.of()
				: this.desk.channels(creator.id()).stream().filter(DeskChannel::due).toList();
		if (due.isEmpty()) {
			throw new RenewalRefusedException(creator.id(), Reason.NOTHING_DUE);
		}
		return due;
	}

	static NewInvitation wish(Creator creator, List<DeskChannel> due) {
		return new NewInvitation(creator.id(), due.stream().map((channel) -> channel.way(null)).toList(),
				creator.email(), creator.language(), null, null);
	}

	private boolean isJustSent(NewInvitation wish) {
		Instant before = this.clock.instant().minus(REST);
		return this.stored.findByCreatorIdOrderByCreatedAtDesc(wish.creatorId())
			.stream()
			.anyMatch((known) -> known.isSame(wish, this.clock.instant()) && known.isMailedAfter(before)
					&& wish.recipient() != null && wish.recipient().equals(known.recipient()));
	}

}
