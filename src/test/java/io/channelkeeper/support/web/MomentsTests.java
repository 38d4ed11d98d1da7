package io.channelkeeper.support.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@Test
	void isRelativeWithinFourteenDays() {
		Moments english = moments(Locale.ENGLISH);
		assertThat(english.relative(NOW, BERLIN)).isEqualTo("just now");
		assertThat(english.relative(NOW.minus(Duration.ofMinutes(1)), BERLIN)).isEqualTo("1 minute ago");
		assertThat(english.relative(NOW.minus(Duration.ofHours(5)), BERLIN)).isEqualTo("5 hours ago");
		assertThat(english.relative(NOW.plus(Duration.ofDays(6)), BERLIN)).isEqualTo("in 6 days");
		assertThat(english.relative(NOW.plusSeconds(20), BERLIN)).isEqualTo("in a moment");
		assertThat(english.relative(NOW.minus(Duration.ofDays(18)), BERLIN)).isEqualTo("3 Nov");
		assertThat(english.relative(Instant.parse("2027-01-19T12:00:00Z"), BERLIN)).isEqualTo("19 Jan 2027");
	}

	@Test
	void whatIsOverdueComesInAMoment() {
		Moments german = moments(Locale.GERMAN);
		assertThat(german.coming(NOW.minus(Duration.ofHours(1)), BERLIN)).isEqualTo("gleich");
		assertThat(german.coming(NOW.plus(Duration.ofHours(1)), BERLIN)).isEqualTo("in 1 Stunde");
	}

	@Test
	void speaksGerman() {
		Moments german = moments(Locale.GERMAN);
		assertThat(german.relative(NOW.minus(Duration.ofDays(3)), BERLIN)).isEqualTo("vor 3 Tagen");
		assertThat(german.day(Instant.parse("2027-01-19T12:00:00Z"), BERLIN)).isEqualTo("19.01.2027");
		assertThat(german.time(NOW, BERLIN)).isEqualTo("11:00");
		assertThat(german.full(NOW, BERLIN)).contains("21. November 2026", "11:00");
	}

	@Test
	void facesNeedNoLatinLetters() {
		Faces faces = new Faces();
		assertThat(faces.initials("Ana Maria Kocht")).isEqualTo("AK");
		assertThat(faces.initials("  \u202e<script>")).isEqualTo("S");
		assertThat(faces.initials("李 小龙")).isEqualTo("李小");
		assertThat(faces.initials("🙂")).isEqualTo("?");
	}

	private static MessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/frame");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private static Moments moments(Locale language) {
		return new Moments(messages(), Clock.fixed(NOW, ZoneOffset.UTC), language);
	}

}
