package io.channelkeeper.portfolio.web;

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

	String relative(Instant moment) {
		return this.moments.relative(moment, this.zone);
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
