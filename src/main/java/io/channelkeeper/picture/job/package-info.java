/**
 * Pictures by the clock.
 */
@NullMarked
package io.channelkeeper.picture.job;

import org.jspecify.annotations.NullMarked;
