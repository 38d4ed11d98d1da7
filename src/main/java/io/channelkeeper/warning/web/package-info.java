/**
 * Notices opened by people.
 */
@NullMarked
package io.channelkeeper.warning.web;

import org.jspecify.annotations.NullMarked;
