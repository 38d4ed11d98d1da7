package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * What a picture's server answered.
 *
 * @param content the bytes, or null on 304
 * @param etag the ETag of the bytes, or null
 */
@SuppressWarnings("ArrayRecordComponent")
record FetchedPicture(byte @Nullable [] content, @Nullable EntityTag etag) {

}
