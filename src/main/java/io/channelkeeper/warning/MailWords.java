package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.organization.Member;
import io.channelkeeper.support.web.Moments;

/**
 * Says things to members in mails, in each recipient's language and zone.
 */
@Component
class MailWords {

	private final MessageSource messages;

	private final Guidance guidance;

	private final Clock clock;

	MailWords(MessageSource messages, Guidance guidance, Clock clock) {
		this.messages = messages;
		this.guidance = guidance;
		this.clock = clock;
	}

	Words to(Member recipient) {
		return new Words(recipient);
	}

	/** What is said to one recipient. */
	final class Words {

		private final Member recipient;

		private final Moments moments;

		private Words(Member recipient) {
			this.recipient = recipient;
			this.moments = new Moments(MailWords.this.messages, MailWords.this.clock, recipient.language());
		}

		String text(String key, Object... arguments) {
			return MailWords.this.messages.getMessage(key, arguments, this.recipient.language());
		}

		String day(@Nullable Instant moment) {
			return (moment != null) ? this.moments.day(moment, this.recipient.zone()) : "–";
		}

		String time(Instant moment) {
			return this.moments.time(moment, this.recipient.zone());
		}

		boolean isPast(Instant moment) {
			return !moment.isAfter(MailWords.this.clock.instant());
		}

		/** When a connection ends, or has ended: the nearer, the more exact. */
		String ends(Instant deadline) {
			String key = "mail.ends." + (isPast(deadline) ? "past." : "") + nearness(deadline);
			return text(key, day(deadline), time(deadline), Math.abs(days(deadline)));
		}

		/** In how many days that is, such as "tomorrow". */
		String within(Instant deadline) {
			return text("mail.within." + nearness(deadline), Math.abs(days(deadline)));
		}

		private String nearness(Instant moment) {
			long days = days(moment);
			return (days == 0) ? "today" : (days == 1) ? "tomorrow" : "days";
		}

		private long days(Instant moment) {
			return ChronoUnit.DAYS.between(MailWords.this.clock.instant().atZone(this.recipient.zone()).toLocalDate(),
					moment.atZone(this.recipient.zone()).toLocalDate());
		}

		/** Why a channel is interrupted, in two or three words. */
		String why(ConnectionState state, @Nullable Cause cause, @Nullable String detail) {
			return (cause != null) ? MailWords.this.guidance.cause(cause, detail, this.recipient.language())
					: text("mail.cause." + state);
		}

	}

}
