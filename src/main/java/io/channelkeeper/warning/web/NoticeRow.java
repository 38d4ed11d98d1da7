package io.channelkeeper.warning.web;

import java.time.Instant;
import java.util.UUID;

import io.channelkeeper.warning.NoticeKind;

/**
 * A notice as it stands on the page.
 *
 * @param id the notice
 * @param kind what it is about
 * @param text the sentence in the reader's language
 * @param at when it was told
 * @param solved whether what it is about is over
 */
record NoticeRow(UUID id, NoticeKind kind, String text, Instant at, boolean solved) {

}
