package io.channelkeeper.warning;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Guidance;
import io.channelkeeper.support.web.Moments;

/**
 * Writes notices out in a reader's language.
 */
@Component
public class NoticeTexts {

	private final MessageSource messages;

	private final Guidance guidance;

	private final Clock clock;

	NoticeTexts(MessageSource messages, Guidance guidance, Clock clock) {
		this.messages = messages;
		this.guidance = guidance;
		this.clock = clock;
	}

	/**
	 * The sentence.
	 * @param zone in which the reader reads moments
	 */
	public String text(Notice notice, Locale language, ZoneId zone) {
		Object[] arguments = notice.arguments().stream().map((argument) -> read(argument, language, zone)).toArray();
		return this.messages.getMessage(notice.messageKey(), arguments, language);
	}

	private Object read(String argument, Locale language, ZoneId zone) {
		Moments moments = new Moments(this.messages, this.clock, language);
		return NoticeArgument.moment(argument)
			.map((moment) -> moments.day(moment, zone) + ", " + moments.time(moment, zone))
			.or(() -> NoticeArgument.why(argument).map((why) -> why(why, language)))
			.<Object>map((text) -> text)
			.orElseGet(() -> NoticeArgument.read(argument, this.guidance, language));
	}

	private String why(NoticeArgument.Why why, Locale language) {
		return (why.cause() != null) ? this.guidance.cause(why.cause(), why.detail(), language)
				: this.messages.getMessage("warning.ended", null, language);
	}

}
