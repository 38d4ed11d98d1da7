/**
 * Pictures opened by people.
 */
@NullMarked
package io.channelkeeper.picture.web;

import org.jspecify.annotations.NullMarked;
