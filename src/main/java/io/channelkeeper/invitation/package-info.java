/**
 * Connect invitations, their links and the creator's page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "mail", "organization", "creator",
		"channel", "connection", "picture" })
package io.channelkeeper.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
