package io.channelkeeper.picture;

/**
 * So many pictures came at once that this one did not get its turn. Later it will.
 */
public class PicturesBusyException extends RuntimeException {

	PicturesBusyException(Throwable cause) {
		super(cause);
	}

}
