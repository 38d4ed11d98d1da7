package io.channelkeeper.warning;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.network.Network;
import io.channelkeeper.organization.Member;
import io.channelkeeper.support.PlainText;

/**
 * The mail that says which channels are interrupted, why, since when and what that costs
 * (H-1, H-13), and leads to the list where they are connected again.
 */
@Component
class InterruptionMail {

	private final ChannelMail mail;

	private final MailWords words;

	private final ActLinks links;

	InterruptionMail(ChannelMail mail, MailWords words, ActLinks links) {
		this.mail = mail;
		this.words = words;
		this.links = links;
	}

	/**
	 * What a member is told.
	 * @param channels what is interrupted, at least one, each creator's together
	 */
	MailDraft draft(Member member, List<InterruptedChannel> channels) {
		MailWords.Words words = this.words.to(member);
		InterruptedChannel first = channels.getFirst();
		Network network = this.mail.network(first);
		Map<String, Object> model = Map.of("subjectArguments",
				List.of(channels.size(), this.mail.name(first), network.name(), why(first, words)), "groups",
				ChannelMail.groups(channels.stream().limit(ChannelMail.AT_MOST).toList(),
						(one) -> row(member, one, words)),
				"reason", WarningReason.first(channels.stream().map(InterruptedChannel::reason)));
		return this.mail.draft(member, NoticeKind.INTERRUPTED, "interrupted", channels.size(),
				this.mail.preheader(channels, cost(first, network, words)), "/connections/reconnect", model);
	}

	private Row row(Member member, InterruptedChannel channel, MailWords.Words words) {
		Network network = this.mail.network(channel);
		String state = (channel.state() == ConnectionState.INVALID) ? words.text("state.INVALID", why(channel, words))
				: words.text("state." + channel.state());
		return new Row(this.mail.name(channel), network.name(), PlainText.line(state), cost(channel, network, words),
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
