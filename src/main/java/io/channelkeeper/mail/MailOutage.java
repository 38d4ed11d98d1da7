package io.channelkeeper.mail;

import java.time.Instant;

/**
 * The mail server takes no mails; they wait and leave later by themselves.
 *
 * @param since when that was noticed
 * @param error what the mail server said last, in its own words; may be empty
 * @param waiting how many mails of the bound organization wait
 */
public record MailOutage(Instant since, String error, int waiting) {

}
