/**
 * Clock, ids, tenancy, sealing and base exceptions: the ground that everything stands on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.channelkeeper.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
