/**
 * The pages of portfolio, creator and privacy.
 */
@NullMarked
package io.channelkeeper.portfolio.web;

import org.jspecify.annotations.NullMarked;
