package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * What a picture's server answered.
 *
 * @param content the bytes, or null when they are those that were named in the question
 * @param etag how the server names them, or null
 */
@SuppressWarnings("ArrayRecordComponent")
record FetchedPicture(byte @Nullable [] content, @Nullable EntityTag etag) {

}
