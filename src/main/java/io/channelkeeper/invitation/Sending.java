package io.channelkeeper.invitation;

import java.time.Instant;

/**
 * Something that was sent or handed out.
 *
 * @param via how
 * @param at when
 * @param refused whether the mail came back
 */
public record Sending(LinkVia via, Instant at, boolean refused) {

}
