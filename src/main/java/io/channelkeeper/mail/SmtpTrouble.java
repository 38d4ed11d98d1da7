package io.channelkeeper.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail was not taken.
 *
 * @param kind what follows from it
 * @param error the mail server's words, shortened
 */
record SmtpTrouble(Kind kind, String error) {

	/** The server wants to know who we are, or does not believe it (RFC 4954). */
	private static final Set<Integer> AGAINST_US = Set.of(530, 534, 535, 538);

	private static final int TOO_LARGE = 552;

	/**
	 * What follows from the trouble.
	 */
	enum Kind {

		/** For good. */
		REFUSED,

		/** This mail not now. */
		NOT_NOW,

		/** The server takes no mail at all now. */
		UNREACHABLE,

		/** We cannot read the mail ourselves. */
		UNREADABLE

	}

	/**
	 * What follows from a failure: of all mails where the server could not be reached,
	 * does not believe us or refuses our own address, of this one otherwise.
	 */
	static SmtpTrouble of(Exception failure) {
		boolean unreachable = failure instanceof MailAuthenticationException
				|| (failure instanceof MailSendException send && isAboutConnecting(send));
		SmtpTrouble found = new SmtpTrouble(unreachable ? Kind.UNREACHABLE : Kind.NOT_NOW, words(failure));
		Set<Throwable> seen = new HashSet<>();
		Deque<Throwable> open = new ArrayDeque<>();
		open.add(failure);
		while (!open.isEmpty() && found.kind() == Kind.NOT_NOW) {
			Throwable next = open.poll();
			if (seen.add(next)) {
				found = (code(next) >= 400) ? new SmtpTrouble(kind(next), words(next)) : found;
				within(next).forEach(open::add);
			}
		}
		return found;
	}

	/**
	 * Whether the mail was taken for all that: only the end of the conversation failed.
	 */
	static boolean isAfterwards(Exception failure) {
		return failure instanceof MailSendException send && send.getCause() != null
				&& send.getFailedMessages().isEmpty();
	}

	/**
	 * Then nothing but that is named; where the end failed as well, that is the cause.
	 */
	private static boolean isAboutConnecting(MailSendException failure) {
		return failure.getCause() != null && failure.getFailedMessages().containsValue(failure.getCause());
	}

	private static Kind kind(Throwable answer) {
		int code = code(answer);
		if (AGAINST_US.contains(code) || (code != TOO_LARGE && isAboutSender(answer))) {
			return Kind.UNREACHABLE;
		}
		return (code >= 500 && !isAboutRelaying(answer)) ? Kind.REFUSED : Kind.NOT_NOW;
	}

	/**
	 * A server that was set up anew says so of every recipient, and does not mean the
	 * recipient.
	 */
	private static boolean isAboutRelaying(Throwable answer) {
		return String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT).contains("relay");
	}

	private static boolean isAboutSender(Throwable answer) {
		return answer instanceof SMTPSenderFailedException || (answer instanceof SMTPSendFailedException send
				&& send.getCommand() != null && send.getCommand().startsWith("MAIL"));
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
