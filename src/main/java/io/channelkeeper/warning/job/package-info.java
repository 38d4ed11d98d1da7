/**
 * When members are written to.
 */
@NullMarked
package io.channelkeeper.warning.job;

import org.jspecify.annotations.NullMarked;
