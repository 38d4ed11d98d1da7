package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.Departure;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.connection.OtherChannels;
import io.channelkeeper.connection.SignInService;
import io.channelkeeper.connection.SignInStart;
import io.channelkeeper.invitation.DeadLinkException.Reason;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.NotFoundException;

/**
 * What creators do on the page behind a link. The link's organization is bound.
 */
@Service
public class ConnectActions {

	private final InvitationRepository invitations;

	private final SignInService signIns;

	private final OtherChannels others;

	private final OfferedChannels offered;

	private final AskedChannels asked;

	private final Letters letters;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ConnectActions(InvitationRepository invitations, SignInService signIns, OtherChannels others,
			OfferedChannels offered, AskedChannels asked, Letters letters, ApplicationEventPublisher events,
			Clock clock) {
		this.invitations = invitations;
		this.signIns = signIns;
		this.others = others;
		this.offered = offered;
		this.asked = asked;
		this.letters = letters;
		this.events = events;
		this.clock = clock;
	}

	/** The rendered page was seen by a person. */
	@Transactional
	public void seen(ConnectLink link) {
		open(link).open(this.clock.instant());
	}

	/**
	 * Leaves for the network (I-4).
	 * @throws DeadLinkException if the link is not good any more
	 */
	@Transactional
	public Departure start(ConnectLink link, UUID channelId) {
		InvitationEntity invitation = open(link);
		InvitedChannel channel = waiting(invitation, channelId);
		return this.signIns
			.start(new SignInStart(channelId, channel.provider(), InvitationErrand.NAME, invitation.id(), null, null));
	}

	/**
	 * Goes another way to the same channel from now on (N-4, H-22).
	 * @throws NotFoundException if that way does not lead there
	 */
	@Transactional
	public void choose(ConnectLink link, UUID channelId, String provider) {
		InvitationEntity invitation = open(link);
		ProviderId before = waiting(invitation, channelId).provider();
		if (!before.value().equals(provider)) {
			invitation.goBy(channelId,
					this.letters.write(invitation)
						.channels()
						.stream()
						.filter((channel) -> channel.id().equals(channelId))
						.flatMap((channel) -> channel.otherWays().stream())
						.map((other) -> other.way().provider())
						.filter((other) -> other.value().equals(provider))
						.findFirst()
						.orElseThrow(() -> new NotFoundException("way to connect", channelId)));
		}
	}

	/** No, thanks: to everything that is still open. */
	@Transactional
	public void decline(ConnectLink link, @Nullable String word) {
		InvitationEntity invitation = open(link);
		invitation.decline(word, this.clock.instant());
		tell(invitation, null, word);
	}

	/** This is not the creator's channel; the others of the invitation stay open. */
	@Transactional
	public void disown(ConnectLink link, UUID channelId) {
		InvitationEntity invitation = open(link);
		waiting(invitation, channelId);
		invitation.disown(channelId, this.clock.instant());
		tell(invitation, channelId, null);
	}

	/**
	 * The account that came back is to become another channel of this creator (B-5).
	 * @throws DeadLinkException if the link is not good any more
	 */
	public OfferedChannel offerOther(ConnectLink link) {
		return this.offered.offer(attempt(link));
	}

	/**
	 * Connects what else the sign-in reached and the creator ticked.
	 * @throws DeadLinkException if the link is not good any more
	 */
	public void connectOthers(ConnectLink link, Collection<String> externalIds) {
		this.others.connect(attempt(link), externalIds);
	}

	private void tell(InvitationEntity invitation, @Nullable UUID channelId, @Nullable String word) {
		this.asked.tell(invitation);
		this.events.publishEvent(new InvitationDeclined(invitation.organizationId(), invitation.id(),
				invitation.creatorId(), channelId, word));
	}

	private InvitationEntity open(ConnectLink link) {
		InvitationEntity invitation = this.invitations.hold(link.invitationId())
			.orElseThrow(() -> new DeadLinkException(Reason.INVALID));
		ConnectPages.requireOpen(invitation, link, this.clock.instant());
		return invitation;
	}

	private static InvitedChannel waiting(InvitationEntity invitation, UUID channelId) {
		return invitation.channels()
			.stream()
			.filter((channel) -> channel.channelId().equals(channelId) && channel.isWaiting())
			.findFirst()
			.orElseThrow(() -> new DeadLinkException(Reason.USED));
	}

	/**
	 * The attempt behind a link. Looked at here for the page only: whatever goes on from
	 * it asks again, within its own transaction, whether the invitation still stands.
	 */
	private UUID attempt(ConnectLink link) {
		InvitationEntity invitation = this.invitations.findById(link.invitationId())
			.orElseThrow(() -> new DeadLinkException(Reason.INVALID));
		UUID attempt = link.attemptId();
		Instant now = this.clock.instant();
		if (attempt == null || link.ended() || !invitation.stillWants(link.channelId(), now)) {
			ConnectPages.requireOpen(invitation, link, now);
			throw new DeadLinkException(Reason.INVALID);
		}
		return attempt;
	}

}
