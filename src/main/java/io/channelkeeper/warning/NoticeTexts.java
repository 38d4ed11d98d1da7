package io.channelkeeper.warning;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes notices out in a reader's language.
 */
@Component
public class NoticeTexts {

	private final MessageSource messages;

	NoticeTexts(MessageSource messages) {
		this.messages = messages;
	}

	public String text(Notice notice, Locale language) {
		Object[] arguments = notice.arguments()
			.stream()
			.map((argument) -> NoticeArgument.read(argument, (key, within) -> find(key, within, language)))
			.toArray();
		return find(notice.messageKey(), arguments, language);
	}

	private String find(String key, Object[] arguments, Locale language) {
		return this.messages.getMessage(key, arguments, language);
	}

}
