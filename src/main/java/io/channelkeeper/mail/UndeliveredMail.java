package io.channelkeeper.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that was given up.
 *
 * @param id the mail
 * @param recipient who should have got it
 * @param subject one line
 * @param refusedAt when it was given up
 * @param error what the mail server said, in its own words; may be empty
 */
public record UndeliveredMail(UUID id, String recipient, String subject, Instant refusedAt, String error) {

}
