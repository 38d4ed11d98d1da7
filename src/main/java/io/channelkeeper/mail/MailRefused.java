package io.channelkeeper.mail;

import java.util.UUID;

/**
 * The mail server will not take a mail, or could not be reached for days.
 *
 * @param organizationId whose mail it is
 * @param mailId the mail
 */
public record MailRefused(UUID organizationId, UUID mailId) {

}
