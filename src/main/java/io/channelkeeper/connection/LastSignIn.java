package io.channelkeeper.connection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ProviderId;

/**
 * Who connected a channel last (M-19, H-4).
 *
 * @param name the member, or the creator who did it
 * @param at when
 * @param provider through whom, or null when nobody is signed in any more
 * @param account how the person is called there, or null when that is not known
 */
public record LastSignIn(String name, Instant at, @Nullable ProviderId provider, @Nullable String account) {

}
