/**
 * Profile pictures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "organization", "creator", "channel",
		"connection" })
package io.channelkeeper.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
