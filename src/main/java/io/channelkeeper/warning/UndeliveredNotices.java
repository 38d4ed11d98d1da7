package io.channelkeeper.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.InvitationList;
import io.channelkeeper.invitation.MailedInvitation;
import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.mail.MailTroubles;
import io.channelkeeper.mail.UndeliveredMail;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Tells whoever invited a creator or asked a colleague, and the admins, that the mail did
 * not arrive, and the admins whose address does not work any more; in the transaction
 * that gave the mail up.
 */
@Component
class UndeliveredNotices {

	private final NoticeService notices;

	private final InvitationList invitations;

	private final RequestMailRows requests;

	private final ChannelNames names;

	private final MemberService members;

	private final MailTroubles mails;

	UndeliveredNotices(NoticeService notices, InvitationList invitations, RequestMailRows requests, ChannelNames names,
			MemberService members, MailTroubles mails) {
		this.notices = notices;
		this.invitations = invitations;
		this.requests = requests;
		this.names = names;
		this.members = members;
		this.mails = mails;
	}

	@EventListener
	void on(MailRefused refused) {
		this.invitations.ofMail(refused.mailId()).ifPresent(this::tell);
		this.requests.ofMail(refused.mailId())
			.ifPresentOrElse((request) -> tell(request, refused.mailId()),
					() -> this.mails.find(refused.mailId()).ifPresent(this::tell));
	}

	/** Whatever it was about: what is sent to that member does not arrive. */
	private void tell(UndeliveredMail mail) {
		this.members.active()
			.stream()
			.filter((member) -> member.email().value().equalsIgnoreCase(mail.recipient()))
			.findFirst()
			.ifPresent((member) -> this.notices.tell(
					this.members.admins().stream().map(Member::id).collect(Collectors.toSet()),
					new NoticeDraft(NoticeKind.UNDELIVERED, "warning.member-undelivered",
							List.of(NoticeArgument.text(member.name()), NoticeArgument.text(mail.recipient())),
							"/admin/organization/mails", member.id())));
	}

	private void tell(MailedInvitation invitation) {
		this.notices.tell(withAdmins(invitation.invitedBy()),
				new NoticeDraft(NoticeKind.UNDELIVERED, "warning.undelivered",
						List.of(NoticeArgument.text(invitation.creatorName()),
								NoticeArgument.text(invitation.recipient())),
						"/creators/" + invitation.creatorId(), invitation.id())
					.about(Set.of(invitation.creatorId())));
	}

	private void tell(RequestMailRows.MailedRequest request, UUID mail) {
		Member asked = this.members.get(request.asked());
		ChannelNames.Named channel = this.names.of(request.channel());
		this.notices.tell(withAdmins(request.askedBy()),
				new NoticeDraft(NoticeKind.UNDELIVERED, "warning.request-undelivered",
						List.of(NoticeArgument.text(asked.name()), NoticeArgument.text(channel.shown()),
								NoticeArgument.text(asked.email().value())),
						"/creators/" + channel.creator(), mail)
					.about(Set.of(channel.creator())));
	}

	private Set<UUID> withAdmins(@Nullable UUID member) {
		Set<UUID> concerned = new HashSet<>(this.members.admins().stream().map(Member::id).toList());
		if (member != null) {
			concerned.add(member);
		}
		return concerned;
	}

}
