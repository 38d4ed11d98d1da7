package io.channelkeeper.warning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.PlainText;
import io.channelkeeper.support.Tenancy;

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

	private final MailWords words;

	private final ActLinks links;

	private final BaseUrl baseUrl;

	InterruptionMail(OrganizationService organizations, Networks networks, MailWords words, ActLinks links,
			BaseUrl baseUrl) {
		this.organizations = organizations;
		this.networks = networks;
		this.words = words;
		this.links = links;
		this.baseUrl = baseUrl;
	}

	/**
	 * What a member is told.
	 * @param channels what is interrupted, at least one, each creator's together
	 */
	MailDraft draft(Member member, List<InterruptedChannel> channels) {
		UUID organization = Tenancy.current();
		String sender = this.organizations.get(organization).name();
		MailWords.Words words = this.words.to(member);
		List<Group> groups = channels.stream()
			.limit(AT_MOST)
			.collect(Collectors.groupingBy(InterruptedChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((own) -> new Group(PlainText.line(own.getFirst().creator()),
					own.stream().map((one) -> row(member, one, words)).toList()))
			.toList();
		Row first = groups.getFirst().rows().getFirst();
		Map<String, Object> model = Map.of("subjectArguments",
				List.of(channels.size(), first.channel(), first.network(), why(channels.getFirst(), words)), "name",
				PlainText.line(member.name()), "count", channels.size(), "groups", groups, "more",
				channels.size() - Math.min(channels.size(), AT_MOST), "preheader", preheader(groups), "reason",
				WarningReason.first(channels.stream().map(InterruptedChannel::reason)), "link",
				this.baseUrl.of(PAGE, organization).toString());
		return new MailDraft(organization, NoticeKind.INTERRUPTED.name(), member.email(), sender, null,
				member.language(), "interrupted", model)
			.byItself();
	}

	private Row row(Member member, InterruptedChannel channel, MailWords.Words words) {
		Network network = this.networks.get(channel.network());
		String state = (channel.state() == ConnectionState.INVALID) ? words.text("state.INVALID", why(channel, words))
				: words.text("state." + channel.state());
		return new Row(PlainText.line(network.show(channel.handle(), channel.displayName())), network.name(),
				PlainText.line(state), cost(channel, network, words),
				this.links.to(member, channel.id(), channel.creatorId(), channel.byCreator()));
	}

	private static String why(InterruptedChannel channel, MailWords.Words words) {
		return words.why(channel.state(), channel.cause(), channel.causeDetail());
	}

	/** Since when what does not come any more; as the list says it. */
	private static String cost(InterruptedChannel channel, Network network, MailWords.Words words) {
		String key = (channel.state() == ConnectionState.EXPIRED) ? "expired" : "invalid";
		return words.text("portfolio.line." + (network.delivers() ? key : "nothing"),
				words.text("mail.notice.moment", words.day(channel.since()), words.time(channel.since())));
	}

	/** What the subject has not said yet. */
	private static String preheader(List<Group> groups) {
		List<Row> rows = groups.stream().map(Group::rows).flatMap(Collection::stream).toList();
		return (rows.size() == 1) ? rows.getFirst().cost()
				: rows.stream().map(Row::channel).limit(5).collect(Collectors.joining(", "));
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
	 * @param link the page where it is connected again
	 */
	record Row(String channel, String network, String state, String cost, String link) {
	}

}
