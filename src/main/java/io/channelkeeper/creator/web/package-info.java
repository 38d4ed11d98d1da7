/**
 * The forms about creators.
 */
@NullMarked
package io.channelkeeper.creator.web;

import org.jspecify.annotations.NullMarked;
