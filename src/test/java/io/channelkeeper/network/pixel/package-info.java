/**
 * A network made up for one test: everything that adding an eighth needs is in this
 * folder and in the one of its texts.
 */
@NullMarked
package io.channelkeeper.network.pixel;

import org.jspecify.annotations.NullMarked;
