package io.channelkeeper.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.InvitationList;
import io.channelkeeper.invitation.MailedInvitation;
import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Tells whoever invited, and the admins, that an invitation's mail did not arrive; in the
 * transaction that gave the mail up.
 */
@Component
class UndeliveredNotices {

	private final NoticeService notices;

	private final InvitationList invitations;

	private final MemberService members;

	UndeliveredNotices(NoticeService notices, InvitationList invitations, MemberService members) {
		this.notices = notices;
		this.invitations = invitations;
		this.members = members;
	}

	@EventListener
	void on(MailRefused refused) {
		this.invitations.ofMail(refused.mailId()).ifPresent(this::tell);
	}

	private void tell(MailedInvitation invitation) {
		Set<UUID> concerned = new HashSet<>(this.members.admins().stream().map(Member::id).toList());
		concerned.add(invitation.invitedBy());
		this.notices.tell(concerned,
				new NoticeDraft(NoticeKind.UNDELIVERED, "warning.undelivered",
						List.of(NoticeArgument.text(invitation.creatorName()),
								NoticeArgument.text(invitation.recipient())),
						"/creators/" + invitation.creatorId(), invitation.id()));
	}

}
