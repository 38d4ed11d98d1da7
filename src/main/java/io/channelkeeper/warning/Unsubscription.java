package io.channelkeeper.warning;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a link for unsubscribing is about, as its page shows it.
 *
 * @param organizationId who sends the mails
 * @param organization the organization's name
 * @param kind what the mails are about
 * @param language the member's
 * @param off whether the member gets none of them
 * @param stays a kind of mails about the same channels that the member still gets, or
 * null where there is none
 */
public record Unsubscription(UUID organizationId, String organization, NoticeKind kind, Locale language, boolean off,
		@Nullable NoticeKind stays) {

}
