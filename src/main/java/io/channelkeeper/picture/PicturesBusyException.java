package io.channelkeeper.picture;

/**
 * No decoder became free, or none finished, in time; retry later.
 */
public class PicturesBusyException extends RuntimeException {

	PicturesBusyException(Throwable cause) {
		super(cause);
	}

}
