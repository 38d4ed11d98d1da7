package io.channelkeeper.picture;

/**
 * The file is HEIC/HEIF (ftyp brand), which is not decoded here.
 */
public class HeicPictureException extends PictureMissingException {

	HeicPictureException() {
		super(MissingReason.NOT_AN_IMAGE);
	}

}
