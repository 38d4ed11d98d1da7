package io.channelkeeper.organization;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import io.channelkeeper.support.EmailAddress;

/**
 * A person in an organization.
 *
 * @param id of the membership
 * @param personId who it is
 * @param name the person's name
 * @param email where mails go
 * @param role what the person may do
 * @param language German or English
 * @param zone in which dates are shown
 * @param active whether the person can still sign in here
 */
public record Member(UUID id, UUID personId, String name, EmailAddress email, Role role, Locale language, ZoneId zone,
		boolean active) {

}
