/**
 * The creators' accounts on the networks.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "network", "organization", "creator" })
package io.channelkeeper.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
