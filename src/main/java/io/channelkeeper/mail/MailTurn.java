package io.channelkeeper.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a counter is to do now.
 *
 * @param mail the mail to hand over, or null where there is none
 * @param isTry whether it tries a server that is in trouble
 * @param notBefore when the next one may leave where that is limited, or null
 */
record MailTurn(@Nullable ClaimedMail mail, boolean isTry, @Nullable Instant notBefore) {

	static final MailTurn NONE = new MailTurn(null, false, null);

	static MailTurn notBefore(@Nullable Instant moment) {
		return new MailTurn(null, false, moment);
	}

}
