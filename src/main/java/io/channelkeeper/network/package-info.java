/**
 * What a network and a sign-in provider are; one sub-package per provider.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support" })
package io.channelkeeper.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
