package io.channelkeeper.portfolio.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.context.MessageSource;

import io.channelkeeper.support.web.Moments;

/**
 * Words and moments for the one person who reads the page.
 */
final class Reader {

	private final MessageSource messages;

	private final Moments moments;

	private final Locale language;

	private final ZoneId zone;

	Reader(MessageSource messages, Moments moments, Locale language, ZoneId zone) {
		this.messages = messages;
		this.moments = moments;
		this.language = language;
		this.zone = zone;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.language);
	}

	/** The text, or another where there is none under this key. */
	String textOr(String key, String otherwise) {
		String text = this.messages.getMessage(key, null, otherwise, this.language);
		return (text != null) ? text : otherwise;
	}

	String number(long number) {
		return NumberFormat.getIntegerInstance(this.language).format(number);
	}

	Locale language() {
		return this.language;
	}

	String relative(Instant moment) {
		return this.moments.relative(moment, this.zone);
	}

	/** The same of what is planned: overdue is as good as imminent. */
	String coming(Instant moment) {
		return this.moments.coming(moment, this.zone);
	}

	String day(Instant moment) {
		return this.moments.day(moment, this.zone);
	}

	String time(Instant moment) {
		return this.moments.time(moment, this.zone);
	}

	String full(Instant moment) {
		return this.moments.full(moment, this.zone);
	}

	ZoneId zone() {
		return this.zone;
	}

}
