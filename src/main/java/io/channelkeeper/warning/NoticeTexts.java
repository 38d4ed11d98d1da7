package io.channelkeeper.warning;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Guidance;

/**
 * Writes notices out in a reader's language.
 */
@Component
public class NoticeTexts {

	private final MessageSource messages;

	private final Guidance guidance;

	NoticeTexts(MessageSource messages, Guidance guidance) {
		this.messages = messages;
		this.guidance = guidance;
	}

	public String text(Notice notice, Locale language) {
		Object[] arguments = notice.arguments()
			.stream()
			.map((argument) -> NoticeArgument.read(argument, this.guidance, language))
			.toArray();
		return this.messages.getMessage(notice.messageKey(), arguments, language);
	}

}
