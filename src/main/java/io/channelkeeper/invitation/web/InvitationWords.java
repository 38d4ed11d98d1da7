package io.channelkeeper.invitation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.Letter;
import io.channelkeeper.invitation.RenewalSent;
import io.channelkeeper.support.web.Moments;

/**
 * Sentences that tell how something went.
 */
@Component
class InvitationWords {

	private final MessageSource messages;

	private final Clock clock;

	InvitationWords(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String sent(Desk desk, InviteForm form, Locale locale) {
		LocalDate end = (form.validUntil() != null) ? form.validUntil() : desk.usualEnd();
		return of("invitation.invite.sent", locale, form.address().map(Object::toString).orElse(""),
				day(end.atStartOfDay(desk.zone()).toInstant(), desk.zone(), locale));
	}

	/** A creator was asked to renew. */
	String asked(RenewalSent sent, ZoneId zone, Locale language) {
		return of("invitation.renew.sent", language, sent.creatorName(), String.join(", ", sent.handles()),
				day(sent.validUntil(), zone, language));
	}

	/** The invitation mail's subject. */
	String subject(Letter letter, Locale language) {
		return of((letter.renewal() != null) ? "mail.renewal.subject" : "mail.invitation.subject", language,
				letter.subject(language).toArray());
	}

	String of(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	private String day(Instant moment, ZoneId zone, Locale language) {
		return new Moments(this.messages, this.clock, language).day(moment, zone);
	}

}
