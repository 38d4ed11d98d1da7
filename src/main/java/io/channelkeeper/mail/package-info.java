/**
 * One mail from one template, handed over at least once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support" })
package io.channelkeeper.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
