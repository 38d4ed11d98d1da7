package io.channelkeeper.calendar;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.support.PlainText;

/**
 * Says deadlines in the language of whose calendar it is.
 */
@Component
class DeadlineWords {

	/** More are only counted. */
	private static final int AT_MOST = 20;

	private final MessageSource messages;

	private final Networks networks;

	DeadlineWords(MessageSource messages, Networks networks) {
		this.messages = messages;
		this.networks = networks;
	}

	/** What the calendar is called. */
	String name(FeedReader reader) {
		return text(reader, "calendar.name", PlainText.line(reader.organizationName()));
	}

	/** One line: what is to be renewed. */
	String summary(FeedReader reader, Deadline deadline) {
		List<Deadline.Carried> channels = deadline.channels();
		return text(reader, "calendar.summary", shown(channels.getFirst()), network(channels.getFirst()).name(),
				channels.size() - 1);
	}

	/**
	 * Several lines: what hangs on it, until when in the organization's zone, whose move.
	 */
	String description(FeedReader reader, Deadline deadline) {
		String channels = deadline.channels()
			.stream()
			.limit(AT_MOST)
			.map((channel) -> "- " + text(reader, "calendar.channel", shown(channel), network(channel).name(),
					PlainText.line(channel.creator())))
			.collect(Collectors.joining("\n"));
		int more = Math.max(0, deadline.channels().size() - AT_MOST);
		return channels + ((more > 0) ? "\n" + text(reader, "calendar.more", more) : "") + "\n\n"
				+ until(reader, deadline.at()) + "\n" + move(reader, deadline);
	}

	/** With the year: nobody knows when it will be read. */
	private String until(FeedReader reader, Instant deadline) {
		ZonedDateTime at = deadline.atZone(reader.zone());
		boolean english = Locale.ENGLISH.getLanguage().equals(reader.language().getLanguage());
		return text(reader, "calendar.until",
				DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
					.withLocale(english ? Locale.UK : reader.language())
					.format(at),
				DateTimeFormatter.ofPattern("HH:mm").format(at), reader.zone().getId());
	}

	private String move(FeedReader reader, Deadline deadline) {
		if (deadline.creatorName() != null) {
			return text(reader, "calendar.creator", PlainText.line(deadline.creatorName()));
		}
		return (deadline.memberName() != null) ? text(reader, "calendar.member", PlainText.line(deadline.memberName()))
				: text(reader, "calendar.anybody");
	}

	private String shown(Deadline.Carried channel) {
		return PlainText.line(network(channel).show(channel.handle(), channel.displayName()));
	}

	private Network network(Deadline.Carried channel) {
		return this.networks.get(channel.network());
	}

	private String text(FeedReader reader, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, reader.language());
	}

}
