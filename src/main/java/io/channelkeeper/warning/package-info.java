/**
 * Notices and warnings to members.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "mail", "organization", "creator",
		"channel", "connection", "invitation" })
package io.channelkeeper.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
