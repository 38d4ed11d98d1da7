/**
 * TikTok.
 */
@NullMarked
package io.channelkeeper.network.tiktok;

import org.jspecify.annotations.NullMarked;
