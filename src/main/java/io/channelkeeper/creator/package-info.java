/**
 * The people whose channels are kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "organization" })
package io.channelkeeper.creator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
