package io.channelkeeper.calendar;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Whose calendar is read at a secret address.
 *
 * @param memberId the member
 * @param organizationId whose deadlines
 * @param organizationName its name
 * @param zone in which the organization's days begin
 * @param language the member's
 */
record FeedReader(UUID memberId, UUID organizationId, String organizationName, ZoneId zone, Locale language) {

}
