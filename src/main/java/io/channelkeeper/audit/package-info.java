/**
 * Who did what.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support" })
package io.channelkeeper.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
