package io.channelkeeper.warning;

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
 * The mail that says which channels work again, and from when to when nothing came.
 */
@Component
class RestoredMail {

	/** More are only counted. */
	private static final int AT_MOST = 50;

	private final OrganizationService organizations;

	private final Networks networks;

	private final MailWords words;

	private final BaseUrl baseUrl;

	RestoredMail(OrganizationService organizations, Networks networks, MailWords words, BaseUrl baseUrl) {
		this.organizations = organizations;
		this.networks = networks;
		this.words = words;
		this.baseUrl = baseUrl;
	}

	/**
	 * What a member is told.
	 * @param channels what works again, at least one, each creator's together
	 */
	MailDraft draft(Member member, List<RestoredChannel> channels) {
		UUID organization = Tenancy.current();
		String sender = this.organizations.get(organization).name();
		MailWords.Words words = this.words.to(member);
		List<Group> groups = channels.stream()
			.limit(AT_MOST)
			.collect(Collectors.groupingBy(RestoredChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((own) -> new Group(PlainText.line(own.getFirst().creator()),
					own.stream().map((one) -> row(one, words)).toList()))
			.toList();
		Row first = groups.getFirst().rows().getFirst();
		Map<String, Object> model = Map.of("subjectArguments", List.of(channels.size(), first.channel()), "name",
				PlainText.line(member.name()), "count", channels.size(), "groups", groups, "more",
				channels.size() - Math.min(channels.size(), AT_MOST), "preheader", first.gap(), "link",
				this.baseUrl.of("/connections", organization).toString());
		return new MailDraft(organization, NoticeKind.RESTORED.name(), member.email(), sender, null, member.language(),
				"restored", model)
			.byItself();
	}

	private Row row(RestoredChannel channel, MailWords.Words words) {
		Network network = this.networks.get(channel.network());
		return new Row(PlainText.line(network.show(channel.handle(), channel.displayName())), network.name(),
				words.text("mail.restored.gap", words.day(channel.from()), words.time(channel.from()),
						words.day(channel.to()), words.time(channel.to())));
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
	 * @param gap from when to when nothing came
	 */
	record Row(String channel, String network, String gap) {
	}

}
