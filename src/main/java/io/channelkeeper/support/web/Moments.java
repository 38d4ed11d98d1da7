package io.channelkeeper.support.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Moments as people read them, in one reader's language: relative within 14 days,
 * absolute beyond. Templates know it as {@code #moments}.
 */
public final class Moments {

	private static final int RELATIVE_DAYS = 14;

	private final MessageSource messages;

	private final Clock clock;

	private final Locale language;

	public Moments(MessageSource messages, Clock clock, Locale language) {
		this.messages = messages;
		this.clock = clock;
		this.language = language;
	}

	/** The first zone that is known, else UTC. */
	public ZoneId zone(@Nullable ZoneId first, @Nullable ZoneId second) {
		return (first != null) ? first : (second != null) ? second : ZoneOffset.UTC;
	}

	/** "3 days ago", "in 2 hours", or the day when it is more than 14 days off. */
	public String relative(Instant moment, ZoneId zone) {
		Instant now = this.clock.instant();
		Duration distance = Duration.between(now, moment).abs();
		if (distance.toDays() >= RELATIVE_DAYS) {
			return day(moment, zone);
		}
		if (distance.toMinutes() < 1) {
			return text(moment.isAfter(now) ? "frame.moment.future.soon" : "frame.just-now", 0);
		}
		String direction = moment.isBefore(now) ? "frame.moment.past." : "frame.moment.future.";
		if (distance.toHours() < 1) {
			return text(direction + "minutes", distance.toMinutes());
		}
		if (distance.toDays() < 1) {
			return text(direction + "hours", distance.toHours());
		}
		return text(direction + "days", days(now, moment, zone));
	}

	/** When something planned happens; what is overdue happens in a moment. */
	public String coming(Instant moment, ZoneId zone) {
		return moment.isAfter(this.clock.instant()) ? relative(moment, zone) : text("frame.moment.future.soon", 0);
	}

	/** "19 Jan 2027"; without the year when it is this one. */
	public String day(Instant moment, ZoneId zone) {
		ZonedDateTime at = moment.atZone(zone);
		boolean thisYear = at.getYear() == this.clock.instant().atZone(zone).getYear();
		boolean german = Locale.GERMAN.getLanguage().equals(this.language.getLanguage());
		String pattern = german ? (thisYear ? "dd.MM." : "dd.MM.yyyy") : (thisYear ? "d MMM" : "d MMM yyyy");
		return DateTimeFormatter.ofPattern(pattern, this.language).format(at);
	}

	/** "14:20". */
	public String time(Instant moment, ZoneId zone) {
		return DateTimeFormatter.ofPattern("HH:mm", this.language).format(moment.atZone(zone));
	}

	/** The whole moment with its zone, for tooltips. */
	public String full(Instant moment, ZoneId zone) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
			.withLocale(Locale.ENGLISH.getLanguage().equals(this.language.getLanguage()) ? Locale.UK : this.language)
			.format(moment.atZone(zone));
	}

	private static long days(Instant now, Instant moment, ZoneId zone) {
		return Math.abs(ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), moment.atZone(zone).toLocalDate()));
	}

	private String text(String key, long count) {
		return this.messages.getMessage(key, new Object[] { count }, this.language);
	}

}
