package io.channelkeeper.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.channelkeeper.picture.PictureFile.Kind;

/**
 * Reads a GIF's blocks (GIF89a) up to the end of its first frame; the others are never
 * looked at.
 */
final class GifFormat {

	private GifFormat() {
	}

	/**
	 * The first frame as a file of its own.
	 * @throws RuntimeException if it breaks off before or there is none
	 */
	static PictureFile file(byte[] bytes) {
		ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		int at = 13 + colours(in.get(10));
		kept.write(bytes, 0, at);
		while (in.get(at) == 0x21) {
			int end = afterBlocks(in, at + 2);
			if (in.get(at + 1) == (byte) 0xf9) {
				kept.write(bytes, at, end - at);
			}
			at = end;
		}
		if (in.get(at) != 0x2c) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		int end = afterBlocks(in, at + 10 + colours(in.get(at + 9)) + 1);
		kept.write(bytes, at, end - at);
		kept.write(0x3b);
		return new PictureFile(Kind.GIF, in.getShort(at + 5) & 0xffff, in.getShort(at + 7) & 0xffff, 0,
				Orientation.UPRIGHT, null, kept.toByteArray());
	}

	/** How many bytes of colours follow. */
	private static int colours(int flags) {
		return ((flags & 0x80) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

	private static int afterBlocks(ByteBuffer in, int start) {
		int at = start;
		while (in.get(at) != 0) {
			at += 1 + (in.get(at) & 0xff);
		}
		return at + 1;
	}

}
