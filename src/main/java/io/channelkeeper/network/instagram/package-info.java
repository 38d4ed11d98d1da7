/**
 * Instagram.
 */
@NullMarked
package io.channelkeeper.network.instagram;

import org.jspecify.annotations.NullMarked;
