/**
 * Who tried what without being allowed to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support" })
package io.channelkeeper.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
