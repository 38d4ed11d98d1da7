package io.channelkeeper.picture;

import java.nio.ByteBuffer;

import io.channelkeeper.picture.PictureFile.Kind;
import io.channelkeeper.support.WebpFrame;

/**
 * Takes a WebP's first frame, and notes what its pixels mean.
 */
final class WebpFormat {

	private static final int COLOURS = 3;

	private WebpFormat() {
	}

	/**
	 * The first frame without metadata.
	 * @throws RuntimeException if it breaks off or is none
	 */
	static PictureFile file(byte[] bytes) {
		WebpFrame frame = new WebpFrame(bytes);
		ByteBuffer exif = frame.exif();
		byte[] profile = frame.profile();
		return new PictureFile(Kind.WEBP, frame.width(), frame.height(), frame.memory(),
				(exif != null) ? Orientation.of(exif) : Orientation.UPRIGHT,
				(profile != null) ? PictureColors.profile(profile, COLOURS) : null, frame.content());
	}

}
