package io.channelkeeper.warning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.ReconnectAsked;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.PlainText;
import io.channelkeeper.support.Tenancy;

/**
 * The ready-written mail in which one member asks another to connect a channel again
 * (B-17): what is wrong, why it goes to this person, and the link that leads to the act.
 */
@Component
class RequestMail {

	private static final String TEXT = "mail.reconnect-request.";

	private final Mails mails;

	private final ConnectionService connections;

	private final CreatorService creators;

	private final MemberService members;

	private final OrganizationService organizations;

	private final MailWords words;

	private final BaseUrl baseUrl;

	private final UnsubscribeLinks links;

	RequestMail(Mails mails, ConnectionService connections, CreatorService creators, MemberService members,
			OrganizationService organizations, MailWords words, BaseUrl baseUrl, UnsubscribeLinks links) {
		this.mails = mails;
		this.connections = connections;
		this.creators = creators;
		this.members = members;
		this.organizations = organizations;
		this.words = words;
		this.baseUrl = baseUrl;
		this.links = links;
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
		MailWords.Words words = this.words.to(recipient);
		Said said = new Said(PlainText.line(channel.shown()), channel.network(), PlainText.line(creator.name()),
				state(standing, asked.takeOver(), words), why(recipient, standing, creator, words), path(asked));
		return this.mails
			.queue(draft(asker, recipient, said).unsubscribable(this.links.make(recipient.id(), NoticeKind.REQUESTS)));
	}

	/** What a member of the bound organization is asked by another one. */
	MailDraft draft(Member asker, Member recipient, Said said) {
		UUID organization = Tenancy.current();
		String by = PlainText.line(asker.name());
		Map<String, Object> model = Map.of("subjectArguments", List.of(by, said.channel()), "name",
				PlainText.line(recipient.name()), "asker", by, "channel", said.channel(), "network", said.network(),
				"creator", said.creator(), "state", said.state(), "why", said.why(), "link",
				this.baseUrl.of(said.path(), organization).toString());
		return new MailDraft(organization, NoticeKind.REQUESTS.name(), recipient.email(),
				this.organizations.get(organization).name(), asker.email(), recipient.language(), "reconnect-request",
				model);
	}

	/** How the channel stands; empty while nothing is wrong and it stays as it is. */
	private String state(ChannelStanding standing, boolean takeOver, MailWords.Words words) {
		Instant deadline = standing.renewBy();
		UUID holder = standing.connectedByMember();
		if (takeOver && holder != null && !standing.state().isInterrupted()) {
			return words.text(TEXT + "take-over", PlainText.line(this.members.get(holder).name()));
		}
		if (standing.state() == ConnectionState.EXPIRING && deadline != null) {
			return words.text(TEXT + "expiring", words.day(deadline));
		}
		return standing.state().isInterrupted() ? words.text(TEXT + "interrupted",
				words.why(standing.state(), standing.cause(), standing.causeDetail()), words.day(standing.since()))
				: "";
	}

	/** Why this person is asked. */
	private static String why(Member recipient, ChannelStanding standing, Creator creator, MailWords.Words words) {
		if (recipient.id().equals(standing.connectedByMember())) {
			return words.text(TEXT + "why.connected", words.day(standing.connectedAt()));
		}
		return recipient.id().equals(creator.lookedAfterBy()) ? words.text(TEXT + "why.looks-after", creator.name())
				: words.text(TEXT + "why.may");
	}

	/**
	 * What a request says.
	 *
	 * @param channel what people call it
	 * @param network the name of its network
	 * @param creator whose it is
	 * @param state how it stands; empty while nothing is wrong
	 * @param why why this person is asked
	 * @param path the page where it is connected again
	 */
	record Said(String channel, String network, String creator, String state, String why, String path) {
	}

}
