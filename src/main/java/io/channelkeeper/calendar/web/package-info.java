/**
 * Calendars opened by people and by their calendar programs.
 */
@NullMarked
package io.channelkeeper.calendar.web;

import org.jspecify.annotations.NullMarked;
