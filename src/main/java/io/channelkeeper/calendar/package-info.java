/**
 * The deadlines of connections in members' own calendars.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "organization", "creator", "channel",
		"connection" })
package io.channelkeeper.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
