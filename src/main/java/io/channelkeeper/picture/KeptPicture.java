package io.channelkeeper.picture;

import java.time.Instant;

/**
 * A picture that was fetched for an offer and becomes a channel's.
 *
 * @param picture in the sizes that are shown
 * @param sourceHash SHA-256 of what was fetched
 * @param fetchedAt when
 */
record KeptPicture(NormalizedPicture picture, String sourceHash, Instant fetchedAt) {

}
