package io.channelkeeper.warning;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.organization.Member;

/**
 * The mail that says which channels work again, and from when to when nothing came.
 */
@Component
class RestoredMail {

	private final ChannelMail mail;

	private final MailWords words;

	RestoredMail(ChannelMail mail, MailWords words) {
		this.mail = mail;
		this.words = words;
	}

	/**
	 * What a member is told.
	 * @param channels what works again, at least one, each creator's together
	 */
	MailDraft draft(Member member, List<RestoredChannel> channels) {
		MailWords.Words words = this.words.to(member);
		RestoredChannel first = channels.getFirst();
		Map<String, Object> model = Map.of("subjectArguments", List.of(channels.size(), this.mail.name(first)),
				"groups",
				ChannelMail.groups(channels.stream().limit(ChannelMail.AT_MOST).toList(), (one) -> row(one, words)));
		return this.mail.draft(member, NoticeKind.RESTORED, "restored", channels.size(),
				this.mail.preheader(channels, gap(first, words)), "/connections", model);
	}

	private Row row(RestoredChannel channel, MailWords.Words words) {
		return new Row(this.mail.name(channel), this.mail.network(channel).name(), gap(channel, words));
	}

	private static String gap(RestoredChannel channel, MailWords.Words words) {
		return words.text("mail.restored.gap", words.day(channel.from()), words.time(channel.from()),
				words.day(channel.to()), words.time(channel.to()));
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
