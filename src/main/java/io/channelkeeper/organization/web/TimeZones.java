package io.channelkeeper.organization.web;

import java.time.ZoneId;
import java.util.List;

/**
 * The time zones that can be chosen.
 */
final class TimeZones {

	/** Region and city, by name. */
	static final List<String> OFFERED = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
		.sorted()
		.toList();

	private TimeZones() {
	}

}
