package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.invitation.InvitationRefusedException.Reason;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * What members do with invitations.
 */
@Service
public class InvitationService {

	private final InvitationRepository invitations;

	private final InvitationRules rules;

	private final InvitationPost post;

	private final AskedChannels asked;

	private final RenewalReader renewals;

	private final InvitationGlimpses glimpses;

	private final InvitationProperties properties;

	private final Clock clock;

	InvitationService(InvitationRepository invitations, InvitationRules rules, InvitationPost post, AskedChannels asked,
			RenewalReader renewals, InvitationGlimpses glimpses, InvitationProperties properties, Clock clock) {
		this.invitations = invitations;
		this.rules = rules;
		this.post = post;
		this.asked = asked;
		this.renewals = renewals;
		this.glimpses = glimpses;
		this.properties = properties;
		this.clock = clock;
	}

	/** When the links of an invitation made now would end. */
	public Instant usualEnd() {
		return this.clock.instant().plus(this.properties.validFor());
	}

	/**
	 * Makes an invitation, or takes the newer words over into an open one for the same
	 * channels, so that a mail and a QR code belong together. Nothing is sent yet.
	 * @return the invitation's id
	 */
	@Transactional
	public UUID create(Viewer viewer, NewInvitation wish) {
		viewer.require(Action.INVITE);
		this.rules.check(wish);
		Instant now = this.clock.instant();
		Instant end = (wish.validUntil() != null) ? wish.validUntil() : usualEnd();
		UUID sender = this.rules.sender(viewer, wish.creatorId());
		InvitationEntity invitation = open(wish, now).map((known) -> {
			known.reword(wish, sender, end);
			return known;
		})
			.orElseGet(() -> this.invitations
				.save(new InvitationEntity(viewer.organizationId(), wish, viewer.memberId(), sender, end, now)));
		return called(invitation).id();
	}

	/**
	 * Makes an invitation that nobody asked for but the clock, or takes an open one for
	 * the same channels, and mails it.
	 * @return the mail's id
	 * @throws InvitationRefusedException if there is no address
	 */
	@Transactional
	UUID mailByItself(NewInvitation wish) {
		this.rules.check(wish);
		Instant now = this.clock.instant();
		InvitationEntity invitation = open(wish, now).map((known) -> {
			known.extend(wish.recipient(), usualEnd());
			return known;
		})
			.orElseGet(() -> this.invitations.save(new InvitationEntity(Tenancy.current(), wish, null,
					this.rules.sender(wish.creatorId()), usualEnd(), now)));
		return this.post.mail(called(invitation), LinkVia.MAIL, true);
	}

	/**
	 * Sends the invitation by mail with a link of its own.
	 * @throws InvitationRefusedException if there is no address or it is over
	 */
	@Transactional
	public void send(Viewer viewer, UUID id) {
		this.post.send(stillOpen(viewer, id), LinkVia.MAIL, false);
	}

	/** One more live link to be passed on. */
	@Transactional
	public FreshLink link(Viewer viewer, UUID id, LinkVia via) {
		return this.post.link(stillOpen(viewer, id), via);
	}

	/**
	 * Sends a reminder; earlier links stay good (B-22).
	 * @return the creator's name
	 */
	@Transactional
	public String remind(Viewer viewer, UUID id) {
		InvitationEntity invitation = stillOpen(viewer, id);
		invitation.remind(this.clock.instant());
		return this.post.send(invitation, LinkVia.REMINDER, false);
	}

	/**
	 * Begins anew for every channel that is not connected yet; earlier links end, a new
	 * one is mailed.
	 * @return the creator's name
	 * @throws InvitationRefusedException if everything is connected or archived
	 */
	@Transactional
	public String renewAndSend(Viewer viewer, UUID id) {
		return this.post.send(renewed(viewer, id), LinkVia.MAIL, false);
	}

	/** The same, but the new link is passed on by hand. */
	@Transactional
	public FreshLink renewAndLink(Viewer viewer, UUID id) {
		return this.post.link(renewed(viewer, id), LinkVia.COPY);
	}

	/**
	 * Withdraws it; all links end.
	 * @return the creator's name
	 */
	@Transactional
	public String cancel(Viewer viewer, UUID id) {
		InvitationEntity invitation = held(viewer, id);
		invitation.revoke(this.clock.instant());
		this.asked.tell(invitation);
		return this.post.addressee(invitation);
	}

	/** Where the latest invitation of each of these channels stands. */
	@Transactional(readOnly = true)
	public Map<UUID, InvitationGlimpse> latestOf(Collection<UUID> channelIds) {
		return this.glimpses.latestOf(channelIds)
			.stream()
			.collect(Collectors.toMap(InvitationGlimpse::channelId, (glimpse) -> glimpse));
	}

	private Optional<InvitationEntity> open(NewInvitation wish, Instant now) {
		return this.invitations.findByCreatorIdOrderByCreatedAtDesc(wish.creatorId())
			.stream()
			.filter((known) -> known.isSame(wish, now))
			.findFirst()
			.flatMap((known) -> this.invitations.hold(known.id()));
	}

	private InvitationEntity called(InvitationEntity invitation) {
		invitation.callRenewal(this.renewals.isRenewal(invitation.channelIds()));
		this.asked.tell(invitation);
		return invitation;
	}

	private InvitationEntity renewed(Viewer viewer, UUID id) {
		InvitationEntity invitation = held(viewer, id);
		invitation.renew(this.rules.channels(invitation.creatorId()), usualEnd(), this.clock.instant());
		if (invitation.confirmed() == invitation.channels().size()) {
			throw new InvitationRefusedException(Reason.NOTHING_TO_CONNECT);
		}
		this.post.endLinks(invitation);
		this.asked.tell(invitation);
		return invitation;
	}

	private InvitationEntity stillOpen(Viewer viewer, UUID id) {
		InvitationEntity invitation = held(viewer, id);
		if (!invitation.isOpenAt(this.clock.instant())) {
			throw new InvitationRefusedException(Reason.OVER);
		}
		return invitation;
	}

	private InvitationEntity held(Viewer viewer, UUID id) {
		viewer.require(Action.INVITE);
		return this.invitations.hold(id).orElseThrow(() -> new NotFoundException("invitation", id));
	}

}
