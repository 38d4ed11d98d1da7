/**
 * Facebook's pages, and Instagram through a page.
 */
@NullMarked
package io.channelkeeper.network.facebook;

import org.jspecify.annotations.NullMarked;
