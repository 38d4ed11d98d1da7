/**
 * The read side: portfolio and creator page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "organization", "creator", "channel",
		"connection", "picture", "invitation", "warning" })
package io.channelkeeper.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
