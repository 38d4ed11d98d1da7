package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.web.Moments;

/**
 * The mail that says which channels are interrupted, why, since when and what that costs
 * (H-1, H-13), and leads to the list where they are connected again.
 */
@Component
class InterruptionMail {

	/** More are only counted. */
	static final int AT_MOST = 50;

	private static final String PAGE = "/connections/reconnect";

	private final OrganizationService organizations;

	private final Networks networks;

	private final Guidance guidance;

	private final MessageSource messages;

	private final BaseUrl baseUrl;

	private final Clock clock;

	InterruptionMail(OrganizationService organizations, Networks networks, Guidance guidance, MessageSource messages,
			BaseUrl baseUrl, Clock clock) {
		this.organizations = organizations;
		this.networks = networks;
		this.guidance = guidance;
		this.messages = messages;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * What a member is told.
	 * @param channels what is interrupted, at least one, each creator's together
	 */
	MailDraft draft(Member member, List<InterruptedChannel> channels) {
		UUID organization = Tenancy.current();
		String sender = this.organizations.get(organization).name();
		Words words = new Words(member);
		List<Group> groups = channels.stream()
			.limit(AT_MOST)
			.collect(Collectors.groupingBy(InterruptedChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((own) -> new Group(MailText.clean(own.getFirst().creator()), own.stream().map(words::row).toList()))
			.toList();
		Row first = groups.getFirst().rows().getFirst();
		Map<String, Object> model = Map.of("subjectArguments",
				List.of(channels.size(), first.channel(), first.network(), words.why(channels.getFirst())), "name",
				MailText.clean(member.name()), "count", channels.size(), "groups", groups, "more",
				channels.size() - Math.min(channels.size(), AT_MOST), "preheader", words.preheader(groups), "link",
				this.baseUrl.of(PAGE, organization).toString());
		return new MailDraft(organization, NoticeKind.INTERRUPTED.name(), member.email(), sender, null,
				member.language(), "interrupted", model)
			.byItself();
	}

	/** What is said to one recipient, in that person's language and zone. */
	private final class Words {

		private final Member recipient;

		private final Locale language;

		private final Moments moments;

		Words(Member recipient) {
			this.recipient = recipient;
			this.language = recipient.language();
			this.moments = new Moments(InterruptionMail.this.messages, InterruptionMail.this.clock, this.language);
		}

		Row row(InterruptedChannel channel) {
			Network network = InterruptionMail.this.networks.get(channel.network());
			String state = (channel.state() == ConnectionState.INVALID) ? text("state.INVALID", why(channel))
					: text("state." + channel.state());
			return new Row(MailText.clean(network.show(channel.handle(), channel.displayName())), network.name(),
					MailText.clean(state), cost(channel, network));
		}

		/** Why, in two or three words. */
		String why(InterruptedChannel channel) {
			if (channel.cause() != null) {
				return InterruptionMail.this.guidance.cause(channel.cause(), channel.causeDetail(), this.language);
			}
			return text("mail.reconnect-request.cause." + channel.state());
		}

		/** Since when what does not come any more; as the list says it. */
		private String cost(InterruptedChannel channel, Network network) {
			Set<ProfileFact> told = network.reports();
			boolean tells = told.contains(ProfileFact.FOLLOWERS) || told.contains(ProfileFact.PICTURE);
			String key = (channel.state() == ConnectionState.EXPIRED) ? "expired" : "invalid";
			return text("portfolio.line." + (tells ? key : "nothing"), moment(channel.since()));
		}

		private String moment(Instant moment) {
			return text("mail.interrupted.moment", this.moments.day(moment, this.recipient.zone()),
					this.moments.time(moment, this.recipient.zone()));
		}

		/** What the subject has not said yet. */
		String preheader(List<Group> groups) {
			List<Row> rows = groups.stream().map(Group::rows).flatMap(Collection::stream).toList();
			return (rows.size() == 1) ? rows.getFirst().cost()
					: rows.stream().map(Row::channel).limit(5).collect(Collectors.joining(", "));
		}

		private String text(String key, Object... arguments) {
			return InterruptionMail.this.messages.getMessage(key, arguments, this.language);
		}

	}

	/**
	 * What belongs to one creator.
	 *
	 * @param creator the name
	 * @param rows the channels
	 */
	record Group(String creator, List<Row> rows) {
	}

	/**
	 * One channel.
	 *
	 * @param channel what people call it
	 * @param network the name of its network
	 * @param state how it stands, and why
	 * @param cost since when what does not come any more
	 */
	record Row(String channel, String network, String state, String cost) {
	}

}
