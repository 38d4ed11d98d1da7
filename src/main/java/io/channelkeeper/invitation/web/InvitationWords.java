package io.channelkeeper.invitation.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.Letter;
import io.channelkeeper.invitation.RenewalSent;

/**
 * Sentences that tell how something went.
 */
@Component
class InvitationWords {

	private final MessageSource messages;

	InvitationWords(MessageSource messages) {
		this.messages = messages;
	}

	String sent(Desk desk, InviteForm form, Locale locale) {
		LocalDate end = (form.validUntil() != null) ? form.validUntil() : desk.usualEnd();
		return of("invitation.invite.sent", locale, form.address().map(Object::toString).orElse(""),
				DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(end));
	}

	/** A creator was asked to renew. */
	String asked(RenewalSent sent, ZoneId zone, Locale language) {
		return of("invitation.renew.sent", language, sent.creatorName(), String.join(", ", sent.handles()),
				DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
					.withLocale(language)
					.format(sent.validUntil().atZone(zone)));
	}

	/** The invitation mail's subject. */
	String subject(Letter letter, Locale language) {
		return of((letter.renewal() != null) ? "mail.renewal.subject" : "mail.invitation.subject", language,
				letter.subject(language).toArray());
	}

	String of(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
