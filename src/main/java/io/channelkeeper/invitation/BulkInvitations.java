package io.channelkeeper.invitation;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.InvitationRefusedException.Reason;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Invites many creators at once: each gets one invitation for everything that is not
 * connected.
 */
@Service
public class BulkInvitations {

	/** More are not taken in one go. */
	static final int LIMIT = 500;

	private final CreatorService creators;

	private final InvitationDesk desk;

	private final InvitationService invitations;

	private final TransactionTemplate transactions;

	BulkInvitations(CreatorService creators, InvitationDesk desk, InvitationService invitations,
			TransactionTemplate transactions) {
		this.creators = creators;
		this.desk = desk;
		this.invitations = invitations;
		this.transactions = transactions;
	}

	/**
	 * Invites them one after the other; what stands in the way of one does not hold up
	 * the others.
	 * @return a result for each
	 * @throws io.channelkeeper.support.NotFoundException if one is no creator of the
	 * organization
	 */
	public List<BulkResult> invite(Viewer viewer, Collection<UUID> creatorIds) {
		viewer.require(Action.INVITE);
		List<Creator> chosen = new TreeSet<>(creatorIds).stream().limit(LIMIT).map(this.creators::get).toList();
		return chosen.stream().map((creator) -> invite(viewer, creator)).toList();
	}

	private BulkResult invite(Viewer viewer, Creator creator) {
		try {
			this.transactions.executeWithoutResult((transaction) -> send(viewer, creator));
			return new BulkResult(creator.id(), creator.name(), null);
		}
		catch (InvitationRefusedException ex) {
			return new BulkResult(creator.id(), creator.name(), ex.reason());
		}
	}

	private void send(Viewer viewer, Creator creator) {
		List<DeskChannel> open = this.desk.channels(creator.id())
			.stream()
			.filter((channel) -> !channel.connected())
			.toList();
		List<InvitedWay> ways = open.stream()
			.filter(DeskChannel::isWanted)
			.map((channel) -> channel.ways().getFirst().way())
			.toList();
		if (ways.isEmpty()) {
			throw new InvitationRefusedException(open.isEmpty() ? Reason.NOTHING_TO_CONNECT : Reason.NO_WAY);
		}
		if (creator.email() == null) {
			throw new InvitationRefusedException(Reason.NO_ADDRESS);
		}
		UUID id = this.invitations.create(viewer,
				new NewInvitation(creator.id(), ways, creator.email(), creator.language(), null, null));
		this.invitations.send(viewer, id);
	}

}
