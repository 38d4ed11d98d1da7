package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * The picture store (S3) does not answer or refuses, or is just removing this picture;
 * retry later.
 */
public class PicturesAwayException extends RuntimeException {

	PicturesAwayException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
