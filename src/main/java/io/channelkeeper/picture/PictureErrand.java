package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * What became of asking for pictures at once, as far as it is known.
 *
 * @param channels how many channels it is about; 0 when there is none to be read
 * @param outcome what came of the only channel, or null while that is not known and when
 * there are several
 * @param reason why it was skipped or failed: a name of {@link MissingReason} or
 * {@link ReadingGap}; else null
 */
public record PictureErrand(int channels, @Nullable ReadingOutcome outcome, @Nullable String reason) {

}
