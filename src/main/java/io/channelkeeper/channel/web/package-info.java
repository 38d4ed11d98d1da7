/**
 * The forms about channels, and those that add creators together with channels.
 */
@NullMarked
package io.channelkeeper.channel.web;

import org.jspecify.annotations.NullMarked;
