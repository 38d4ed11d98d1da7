package io.channelkeeper.mail;

import org.jspecify.annotations.Nullable;

/**
 * A sample of a mail as it will be read.
 *
 * @param template the name of its template
 * @param audience who gets such mails
 * @param sender the name beside our address, or null for our own
 * @param mail what it says
 */
public record MailPreview(String template, MailSample.Audience audience, @Nullable String sender, RenderedMail mail) {

}
