package io.channelkeeper.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.network.Network;
import io.channelkeeper.organization.Member;

/**
 * The mail of the day: which connections end, when, what that costs, and for each of them
 * the page where it is renewed (M-28).
 */
@Component
class ExpiringMail {

	private final ChannelMail mail;

	private final MailWords words;

	private final ActLinks links;

	ExpiringMail(ChannelMail mail, MailWords words, ActLinks links) {
		this.mail = mail;
		this.words = words;
		this.links = links;
	}

	/**
	 * What a member is told.
	 * @param channels what ends, at least one, in the order of
	 * {@link ExpiringChannels#of}
	 */
	MailDraft draft(Member member, List<ExpiringChannel> channels) {
		MailWords.Words words = this.words.to(member);
		List<ExpiringChannel> shown = channels.stream().limit(ChannelMail.AT_MOST).toList();
		ExpiringChannel first = channels.getFirst();
		Instant earliest = channels.stream()
			.map(ExpiringChannel::deadline)
			.min(Comparator.naturalOrder())
			.orElse(first.deadline());
		String subject = words.text("mail.expiring.subject." + (words.isPast(earliest) ? "past" : "soon"),
				channels.size(), this.mail.name(first), this.mail.network(first).name(), words.within(earliest));
		Map<String, Object> model = Map.of("subjectArguments", List.of(subject), "groups",
				groups(member, shown.stream().filter((one) -> one.askedAt() == null).toList(), words), "asked",
				groups(member, shown.stream().filter((one) -> one.askedAt() != null).toList(), words), "reason",
				WarningReason.first(channels.stream().map(ExpiringChannel::reason)));
		return this.mail.draft(member, NoticeKind.EXPIRING, "expiring", channels.size(),
				this.mail.preheader(channels, words.ends(first.deadline())), "/connections", model);
	}

	private List<ChannelMail.Group<Row>> groups(Member member, List<ExpiringChannel> channels, MailWords.Words words) {
		return ChannelMail.groups(channels, (one) -> row(member, one, words));
	}

	private Row row(Member member, ExpiringChannel channel, MailWords.Words words) {
		Network network = this.mail.network(channel);
		boolean past = words.isPast(channel.deadline());
		String cost = past ? "mail.expiring.cost.past"
				: network.delivers() ? "mail.expiring.cost" : "mail.expiring.cost.nothing";
		return new Row(this.mail.name(channel), network.name(), words.ends(channel.deadline()), past, words.text(cost),
				(channel.askedAt() != null) ? words.text("mail.expiring.asked-on", words.day(channel.askedAt())) : "",
				this.links.to(member, channel.id(), channel.creatorId(), channel.byCreator()));
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
