/**
 * Social logins: sign-in attempts and their diagnosis, tokens kept.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "support", "support :: web", "network", "organization", "creator", "channel" })
package io.channelkeeper.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
