package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;

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

		/** Why a channel is interrupted, in two or three words. */
		String why(ConnectionState state, @Nullable Cause cause, @Nullable String detail) {
			return (cause != null) ? MailWords.this.guidance.cause(cause, detail, this.recipient.language())
					: text("mail.cause." + state);
		}

	}

}
