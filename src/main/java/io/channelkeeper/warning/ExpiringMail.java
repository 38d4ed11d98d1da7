package io.channelkeeper.warning;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.PlainText;
import io.channelkeeper.support.Tenancy;

/**
 * The mail of the day: which connections end, when, what that costs, and for each of them
 * the page where it is renewed (M-28).
 */
@Component
class ExpiringMail {

	/** More are only counted. */
	static final int AT_MOST = 50;

	private final OrganizationService organizations;

	private final Networks networks;

	private final MailWords words;

	private final ActLinks links;

	private final BaseUrl baseUrl;

	ExpiringMail(OrganizationService organizations, Networks networks, MailWords words, ActLinks links,
			BaseUrl baseUrl) {
		this.organizations = organizations;
		this.networks = networks;
		this.words = words;
		this.links = links;
		this.baseUrl = baseUrl;
	}

	/**
	 * What a member is told.
	 * @param channels what ends, at least one, in the order of
	 * {@link ExpiringChannels#of}
	 */
	MailDraft draft(Member member, List<ExpiringChannel> channels) {
		UUID organization = Tenancy.current();
		String sender = this.organizations.get(organization).name();
		MailWords.Words words = this.words.to(member);
		List<ExpiringChannel> shown = channels.stream().limit(AT_MOST).toList();
		ExpiringChannel first = channels.getFirst();
		Instant earliest = channels.stream()
			.map(ExpiringChannel::deadline)
			.min(Comparator.naturalOrder())
			.orElse(first.deadline());
		String subject = words.text("mail.expiring.subject." + (words.isPast(earliest) ? "past" : "soon"),
				channels.size(), name(first), this.networks.get(first.network()).name(), words.within(earliest));
		Map<String, Object> model = Map.of("subjectArguments", List.of(subject), "name", PlainText.line(member.name()),
				"count", channels.size(), "groups",
				groups(member, shown.stream().filter((one) -> one.askedAt() == null).toList(), words), "asked",
				groups(member, shown.stream().filter((one) -> one.askedAt() != null).toList(), words), "more",
				channels.size() - shown.size(), "preheader", preheader(channels, words), "reason",
				WarningReason.first(channels.stream().map(ExpiringChannel::reason)), "link",
				this.baseUrl.of("/connections", organization).toString());
		return new MailDraft(organization, NoticeKind.EXPIRING.name(), member.email(), sender, null, member.language(),
				"expiring", model)
			.byItself();
	}

	private List<Group> groups(Member member, Collection<ExpiringChannel> channels, MailWords.Words words) {
		return channels.stream()
			.collect(Collectors.groupingBy(ExpiringChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((own) -> new Group(PlainText.line(own.getFirst().creator()),
					own.stream().map((one) -> row(member, one, words)).toList()))
			.toList();
	}

	private Row row(Member member, ExpiringChannel channel, MailWords.Words words) {
		Network network = this.networks.get(channel.network());
		boolean past = words.isPast(channel.deadline());
		String cost = past ? "mail.expiring.cost.past"
				: network.delivers() ? "mail.expiring.cost" : "mail.expiring.cost.nothing";
		return new Row(name(channel), network.name(), words.ends(channel.deadline()), past, words.text(cost),
				(channel.askedAt() != null) ? words.text("mail.expiring.asked-on", words.day(channel.askedAt())) : "",
				this.links.to(member, channel.id(), channel.creatorId(), channel.byCreator()));
	}

	/** What the subject has not said yet. */
	private String preheader(List<ExpiringChannel> channels, MailWords.Words words) {
		return (channels.size() == 1) ? words.ends(channels.getFirst().deadline())
				: channels.stream().map(this::name).limit(5).collect(Collectors.joining(", "));
	}

	private String name(ExpiringChannel channel) {
		return PlainText.line(this.networks.get(channel.network()).show(channel.handle(), channel.displayName()));
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
	 * @param ends when it ends or has ended
	 * @param past whether it has
	 * @param cost what does not come after that
	 * @param asked when the creator was asked, or empty
	 * @param link the page where it is renewed
	 */
	record Row(String channel, String network, String ends, boolean past, String cost, String asked, String link) {
	}

}
