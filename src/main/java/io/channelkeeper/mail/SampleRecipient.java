package io.channelkeeper.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import io.channelkeeper.support.EmailAddress;

/**
 * For whom a sample of a mail is written.
 *
 * @param organizationId whose mail it would be
 * @param organizationName its name
 * @param name of the recipient
 * @param email of the recipient
 * @param language in which it is written
 * @param zone in which its days begin
 */
public record SampleRecipient(UUID organizationId, String organizationName, String name, EmailAddress email,
		Locale language, ZoneId zone) {

}
