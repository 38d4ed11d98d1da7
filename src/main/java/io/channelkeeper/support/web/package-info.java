/**
 * Error pages, the two frames and what every page needs.
 */
@NullMarked
@NamedInterface("web")
package io.channelkeeper.support.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
