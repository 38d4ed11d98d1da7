package io.channelkeeper.warning;

import java.util.List;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ReconnectAsked;
import io.channelkeeper.organization.MemberService;

/**
 * Tells members that a colleague asks them to connect a channel again, by notice and by
 * mail, in the transaction in which the colleague asked (B-17).
 */
@Component
class RequestNotices {

	private final NoticeService notices;

	private final RequestMail mail;

	private final RequestMailRows rows;

	private final MemberService members;

	private final ChannelNames names;

	private final NoticeChoices choices;

	RequestNotices(NoticeService notices, RequestMail mail, RequestMailRows rows, MemberService members,
			ChannelNames names, NoticeChoices choices) {
		this.notices = notices;
		this.mail = mail;
		this.rows = rows;
		this.members = members;
		this.names = names;
		this.choices = choices;
	}

	@EventListener
	void on(ReconnectAsked asked) {
		ChannelNames.Named channel = this.names.of(asked.channelId());
		this.notices.tell(asked.asked(),
				new NoticeDraft(NoticeKind.REQUESTS, "warning.request",
						List.of(NoticeArgument.text(this.members.get(asked.askedBy()).name()),
								NoticeArgument.text(channel.shown())),
						RequestMail.path(asked), asked.requestId(), Set.of(asked.channelId()),
						Set.of(channel.creator())));
		this.choices.taking(asked.asked(), NoticeKind.REQUESTS, NoticeWay.MAIL, Set.of(channel.creator()))
			.forEach((member) -> this.rows.add(this.mail.send(asked, channel, this.members.get(member)),
					new RequestMailRows.MailedRequest(asked.channelId(), asked.askedBy(), member)));
	}

}
