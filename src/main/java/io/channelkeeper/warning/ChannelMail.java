package io.channelkeeper.warning;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
 * What the mails to members about channels have in common: a bounded list, each creator's
 * channels together, and one page that shows all of them.
 */
@Component
class ChannelMail {

	/** More are only counted. */
	static final int AT_MOST = 50;

	/** So many are named before the mail is opened. */
	private static final int IN_PREHEADER = 5;

	private final OrganizationService organizations;

	private final Networks networks;

	private final BaseUrl baseUrl;

	ChannelMail(OrganizationService organizations, Networks networks, BaseUrl baseUrl) {
		this.organizations = organizations;
		this.networks = networks;
		this.baseUrl = baseUrl;
	}

	/**
	 * A mail to a member of the bound organization that the clock sends.
	 * @param template the template, which shows {@code model} beside name, count, more,
	 * preheader and link
	 * @param count how many channels it is about; those beyond {@link #AT_MOST} are not
	 * in the list
	 * @param page the page that shows all of them: a path of ours
	 */
	MailDraft draft(Member member, NoticeKind kind, String template, int count, String preheader, String page,
			Map<String, Object> model) {
		UUID organization = Tenancy.current();
		Map<String, Object> all = new HashMap<>(model);
		all.put("name", PlainText.line(member.name()));
		all.put("count", count);
		all.put("more", Math.max(0, count - AT_MOST));
		all.put("preheader", preheader);
		all.put("link", this.baseUrl.of(page, organization).toString());
		return new MailDraft(organization, kind.name(), member.email(), this.organizations.get(organization).name(),
				null, member.language(), template, all)
			.byItself();
	}

	/**
	 * Each creator's channels together, in the order in which the first of each comes.
	 */
	static <C extends MailedChannel, R> List<Group<R>> groups(Collection<C> channels, Function<C, R> row) {
		return channels.stream()
			.collect(Collectors.groupingBy(MailedChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((own) -> new Group<>(PlainText.line(own.getFirst().creator()), own.stream().map(row).toList()))
			.toList();
	}

	/**
	 * What the subject has not said yet.
	 * @param alone what is said of a single channel
	 */
	String preheader(List<? extends MailedChannel> channels, String alone) {
		return (channels.size() == 1) ? alone
				: channels.stream().map(this::name).limit(IN_PREHEADER).collect(Collectors.joining(", "));
	}

	/** What people call a channel. */
	String name(MailedChannel channel) {
		return PlainText.line(network(channel).show(channel.handle(), channel.displayName()));
	}

	Network network(MailedChannel channel) {
		return this.networks.get(channel.network());
	}

	/**
	 * What belongs to one creator.
	 *
	 * @param creator the name
	 * @param rows the channels
	 */
	record Group<R>(String creator, List<R> rows) {
	}

}
