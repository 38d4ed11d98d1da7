/**
 * Tests in a real Chromium: the whole application on a port of its own, pointed at the
 * practice networks.
 */
@NullMarked
package io.channelkeeper.browser;

import org.jspecify.annotations.NullMarked;
