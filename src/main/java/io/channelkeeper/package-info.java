/**
 * Keeps a team's influencer channels connected.
 */
@NullMarked
package io.channelkeeper;

import org.jspecify.annotations.NullMarked;
