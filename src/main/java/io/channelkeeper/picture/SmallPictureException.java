package io.channelkeeper.picture;

/**
 * The picture has fewer than 16 pixels on a side: a network's placeholder, or a mistake.
 */
public class SmallPictureException extends PictureMissingException {

	SmallPictureException() {
		super(MissingReason.NOT_AN_IMAGE);
	}

}
