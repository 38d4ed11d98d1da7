/**
 * YouTube and Google Business.
 */
@NullMarked
package io.channelkeeper.network.google;

import org.jspecify.annotations.NullMarked;
