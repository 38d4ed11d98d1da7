package io.channelkeeper.connection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with a deletion that a person asked for at a network.
 *
 * @param provider the network's name
 * @param askedAt when it was asked for
 * @param doneAt when everything was deleted, or null while it is under way
 * @param logins how many sign-ins were deleted
 * @param channels how many channels they had told of
 */
public record Deletion(String provider, Instant askedAt, @Nullable Instant doneAt, int logins, int channels) {

}
