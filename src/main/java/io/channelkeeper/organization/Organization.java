package io.channelkeeper.organization;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The team or brand that owns creators, channels and members.
 *
 * @param id its id
 * @param name its name
 * @param language of what it sends
 * @param zone in which its days begin
 * @param privacy its privacy statement
 * @param imprint its imprint
 * @param contact whom to ask, in a line
 * @param address its postal address, several lines
 * @param hasLogo whether there is a picture at {@code /organizations/{id}/logo}
 * @param marketersMayConnect whether marketers may connect the channels of creators they
 * look after (H-3)
 */
public record Organization(UUID id, String name, Locale language, ZoneId zone, @Nullable URI privacy,
		@Nullable URI imprint, @Nullable String contact, @Nullable String address, boolean hasLogo,
		boolean marketersMayConnect) {

}
