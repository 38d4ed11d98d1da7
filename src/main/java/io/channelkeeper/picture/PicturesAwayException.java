package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * The place where the bytes of pictures lie does not answer, or refuses; that may pass.
 */
public class PicturesAwayException extends RuntimeException {

	PicturesAwayException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
