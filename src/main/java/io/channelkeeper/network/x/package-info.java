/**
 * X.
 */
@NullMarked
package io.channelkeeper.network.x;

import org.jspecify.annotations.NullMarked;
