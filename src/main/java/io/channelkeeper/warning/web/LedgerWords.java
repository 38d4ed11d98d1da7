package io.channelkeeper.warning.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.Moments;
import io.channelkeeper.warning.LedgerLine;
import io.channelkeeper.warning.WarningFate;
import io.channelkeeper.warning.WarningKind;

/**
 * Says what was told and what became of it, in the reader's language and zone.
 */
@Component
class LedgerWords {

	private final MessageSource messages;

	private final Clock clock;

	LedgerWords(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	Words to(Viewer reader, Locale language) {
		return new Words(reader, language);
	}

	/** What is said to one reader. */
	final class Words {

		private final Viewer reader;

		private final Locale language;

		private final Moments moments;

		private Words(Viewer reader, Locale language) {
			this.reader = reader;
			this.language = language;
			this.moments = new Moments(LedgerWords.this.messages, LedgerWords.this.clock, language);
		}

		String text(String key, Object... arguments) {
			return LedgerWords.this.messages.getMessage("warning.ledger." + key, arguments, this.language);
		}

		String title(LedgerLine line) {
			return switch (line.kind()) {
				case EXPIRING -> text("expiring", Objects.requireNonNullElse(line.days(), 0), moment(line.about()));
				case INTERRUPTED -> text("interrupted", moment(line.about()));
				case RESTORED -> text("restored", moment(line.about()));
			};
		}

		String kind(LedgerLine line) {
			return LedgerWords.this.messages.getMessage("warning.kind." + line.kind(), null, this.language);
		}

		String state(LedgerLine line) {
			boolean brokeAgain = line.fate() == WarningFate.MOVED && line.kind() == WarningKind.RESTORED;
			return text(brokeAgain ? "fate.broke-again" : "fate." + line.fate());
		}

		/** What the mail server meant; empty where it said nothing. */
		String answer(LedgerLine line) {
			LedgerLine.Answer answer = line.answer();
			return (answer != null) ? text("answer." + answer.meaning()) : "";
		}

		/** When, and what the mail server meant; empty where neither is known. */
		String note(LedgerLine line) {
			Instant at = line.fateAt();
			String when = (at == null) ? "" : switch (line.fate()) {
				case GATHERED -> text("until", moment(at));
				case DELAYED -> text("again", moment(at));
				default -> moment(at);
			};
			return Stream.of(answer(line), when).filter((part) -> !part.isEmpty()).collect(Collectors.joining(" · "));
		}

		String moment(Instant moment) {
			return text("moment", this.moments.day(moment, this.reader.zone()),
					this.moments.time(moment, this.reader.zone()));
		}

	}

	/** The mail server's own words, or null. */
	static @Nullable String words(LedgerLine line) {
		LedgerLine.Answer answer = line.answer();
		return (answer != null) ? answer.words() : null;
	}

}
