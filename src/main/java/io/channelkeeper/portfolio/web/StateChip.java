package io.channelkeeper.portfolio.web;

import org.jspecify.annotations.Nullable;

/**
 * How a channel stands, ready to be shown: state, reason, whose move.
 *
 * @param tone good, attention, bad or neutral
 * @param icon the icon's name
 * @param text the state in a word or two
 * @param line the second line
 * @param note what is under way and hides nothing, or null
 * @param moment the full moment behind the second line, for its tooltip, or null
 */
record StateChip(String tone, String icon, String text, String line, @Nullable String note, @Nullable String moment) {

}
