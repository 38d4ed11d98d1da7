package io.channelkeeper.picture;

/**
 * The photograph is one of those that iPhones keep and hardly anybody else reads.
 */
public class HeicPictureException extends PictureMissingException {

	HeicPictureException() {
		super(MissingReason.NOT_AN_IMAGE);
	}

}
