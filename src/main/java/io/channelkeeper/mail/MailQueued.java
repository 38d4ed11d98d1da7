package io.channelkeeper.mail;

import java.util.UUID;

/**
 * A mail stands in its row and can be sent once that is committed.
 *
 * @param mailId the mail
 */
record MailQueued(UUID mailId) {

}
