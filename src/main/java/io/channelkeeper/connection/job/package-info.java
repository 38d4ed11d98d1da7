/**
 * What the clock does for connections.
 */
@NullMarked
package io.channelkeeper.connection.job;

import org.jspecify.annotations.NullMarked;
