package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.ReconnectAsked;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.web.Moments;

/**
 * The ready-written mail in which one member asks another to connect a channel again
 * (B-17): what is wrong, why it goes to this person, and the link that leads to the act.
 */
@Component
class RequestMail {

	private final Mails mails;

	private final ConnectionService connections;

	private final CreatorService creators;

	private final MemberService members;

	private final OrganizationService organizations;

	private final Guidance guidance;

	private final MessageSource messages;

	private final BaseUrl baseUrl;

	private final Clock clock;

	RequestMail(Mails mails, ConnectionService connections, CreatorService creators, MemberService members,
			OrganizationService organizations, Guidance guidance, MessageSource messages, BaseUrl baseUrl,
			Clock clock) {
		this.mails = mails;
		this.connections = connections;
		this.creators = creators;
		this.members = members;
		this.organizations = organizations;
		this.guidance = guidance;
		this.messages = messages;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/** The page where the channel is connected again. */
	static String path(ReconnectAsked asked) {
		return "/channels/" + asked.channelId() + "/connect" + (asked.takeOver() ? "?as=other" : "");
	}

	/** Queues it and answers which mail it is. */
	UUID send(ReconnectAsked asked, ChannelNames.Named channel, Member recipient) {
		Member asker = this.members.get(asked.askedBy());
		Creator creator = this.creators.get(channel.creator());
		ChannelStanding standing = this.connections.standing(asked.channelId());
		Words words = new Words(recipient);
		String by = MailText.clean(asker.name());
		String shown = MailText.clean(channel.shown());
		Map<String, Object> model = Map.of("subjectArguments", List.of(by, shown), "name",
				MailText.clean(recipient.name()), "asker", by, "channel", shown, "network", channel.network(),
				"creator", MailText.clean(creator.name()), "state", words.state(standing, asked.takeOver()), "why",
				words.why(standing, creator), "link", this.baseUrl.of(path(asked), asked.organizationId()).toString());
		return this.mails.queue(new MailDraft(asked.organizationId(), NoticeKind.REQUESTS.name(), recipient.email(),
				this.organizations.get(asked.organizationId()).name(), asker.email(), recipient.language(),
				"reconnect-request", model));
	}

	/** What is said to one recipient, in that person's language and zone. */
	private final class Words {

		private final Member recipient;

		private final Locale language;

		private final Moments moments;

		Words(Member recipient) {
			this.recipient = recipient;
			this.language = recipient.language();
			this.moments = new Moments(RequestMail.this.messages, RequestMail.this.clock, this.language);
		}

		/** How the channel stands; empty while nothing is wrong and it stays as it is. */
		String state(ChannelStanding standing, boolean takeOver) {
			Instant deadline = standing.renewBy();
			UUID holder = standing.connectedByMember();
			if (takeOver && holder != null && !standing.state().isInterrupted()) {
				return text("take-over", MailText.clean(RequestMail.this.members.get(holder).name()));
			}
			if (standing.state() == ConnectionState.EXPIRING && deadline != null) {
				return text("expiring", day(deadline));
			}
			return standing.state().isInterrupted() ? text("interrupted", cause(standing), day(standing.since())) : "";
		}

		private String cause(ChannelStanding standing) {
			return (standing.cause() != null)
					? RequestMail.this.guidance.cause(standing.cause(), standing.causeDetail(), this.language)
					: text("cause." + standing.state());
		}

		/** Why this person is asked. */
		String why(ChannelStanding standing, Creator creator) {
			if (this.recipient.id().equals(standing.connectedByMember())) {
				return text("why.connected", day(standing.connectedAt()));
			}
			return this.recipient.id().equals(creator.lookedAfterBy()) ? text("why.looks-after", creator.name())
					: text("why.may");
		}

		private String day(@Nullable Instant moment) {
			return (moment != null) ? this.moments.day(moment, this.recipient.zone()) : "–";
		}

		private String text(String key, Object... arguments) {
			return RequestMail.this.messages.getMessage("mail.reconnect-request." + key, arguments, this.language);
		}

	}

}
