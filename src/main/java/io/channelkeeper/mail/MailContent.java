package io.channelkeeper.mail;

import org.jspecify.annotations.Nullable;

/**
 * What is sealed in a mail's row: everything that may hold a secret link.
 *
 * @param fromName the name beside our address, or null
 * @param replyTo who gets the answers, or null
 * @param language language tag
 * @param automatic whether no person's act caused it
 * @param unsubscribe where the recipient can unsubscribe, or null
 * @param html a whole page
 * @param text the same without markup
 */
record MailContent(@Nullable String fromName, @Nullable String replyTo, String language, boolean automatic,
		@Nullable String unsubscribe, String html, String text) {

	@Override
	public String toString() {
		return "MailContent[…]";
	}

}
