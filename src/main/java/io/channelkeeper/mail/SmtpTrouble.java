package io.channelkeeper.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail was not taken.
 *
 * @param kind what follows from it
 * @param error the mail server's words, shortened
 */
record SmtpTrouble(Kind kind, String error) {

	/**
	 * What follows from the trouble.
	 */
	enum Kind {

		/** For good. */
		REFUSED,

		/** This mail not now. */
		NOT_NOW,

		/** The server takes no mail at all now. */
		UNREACHABLE

	}

	static SmtpTrouble of(Exception failure) {
		SmtpTrouble unreachable = new SmtpTrouble(Kind.UNREACHABLE, words(failure));
		if (failure instanceof MailAuthenticationException) {
			return unreachable;
		}
		SmtpTrouble answer = null;
		Set<Throwable> seen = new HashSet<>();
		Deque<Throwable> open = new ArrayDeque<>();
		open.add(failure);
		while (!open.isEmpty()) {
			Throwable next = open.poll();
			if (seen.add(next)) {
				answer = worse(answer, next);
				within(next).forEach(open::add);
			}
		}
		return (answer != null) ? answer : unreachable;
	}

	private static @Nullable SmtpTrouble worse(@Nullable SmtpTrouble known, Throwable next) {
		int code = code(next);
		if (code >= 500 && (known == null || known.kind() != Kind.REFUSED)) {
			return new SmtpTrouble(Kind.REFUSED, words(next));
		}
		if (known != null) {
			return known;
		}
		if (code == 421) {
			return new SmtpTrouble(Kind.UNREACHABLE, words(next));
		}
		return (code >= 400) ? new SmtpTrouble(Kind.NOT_NOW, words(next)) : null;
	}

	private static int code(Throwable failure) {
		return switch (failure) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException send -> send.getReturnCode();
			default -> 0;
		};
	}

	private static Set<Throwable> within(Throwable failure) {
		Set<Throwable> within = new HashSet<>();
		if (failure.getCause() != null) {
			within.add(failure.getCause());
		}
		if (failure instanceof MailSendException send) {
			Map<Object, Exception> failed = send.getFailedMessages();
			within.addAll(failed.values());
		}
		if (failure instanceof MessagingException messaging && messaging.getNextException() != null) {
			within.add(messaging.getNextException());
		}
		return within;
	}

	private static String words(Throwable failure) {
		String told = (failure instanceof SendFailedException) ? String.valueOf(failure.getMessage())
				: failure.getClass().getSimpleName() + ": " + failure.getMessage();
		return HeaderText.clean(told, 300);
	}

}
