/**
 * Organizations, people, members, roles and sign-in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "support", "support :: web", "mail" })
package io.channelkeeper.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
