/**
 * Instagram, and Instagram Login.
 */
@NullMarked
package io.channelkeeper.network.instagram;

import org.jspecify.annotations.NullMarked;
