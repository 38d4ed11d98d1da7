package io.channelkeeper.warning.web;

import java.time.Instant;
import java.util.List;

/**
 * The notices of one day.
 *
 * @param at a moment of that day
 * @param rows the newest first
 */
record NoticeDay(Instant at, List<NoticeRow> rows) {

}
