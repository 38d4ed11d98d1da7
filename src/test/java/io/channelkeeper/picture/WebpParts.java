package io.channelkeeper.picture;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import static io.channelkeeper.picture.PictureParts.ascii;
import static io.channelkeeper.picture.PictureParts.bytes;
import static io.channelkeeper.picture.PictureParts.join;

/**
 * Puts WebP files together: lossless pictures bit by bit, and chunks.
 */
final class WebpParts {

	private final ByteArrayOutputStream whole = new ByteArrayOutputStream();

	private int last;

	private int used;

	/** A file of these chunks. */
	static byte[] file(byte[]... chunks) {
		byte[] all = join(chunks);
		return join(ascii("RIFF"), number(4 + all.length, 4), ascii("WEBP"), all);
	}

	static byte[] chunk(String name, byte[]... data) {
		byte[] all = join(data);
		return join(ascii(name), number(all.length, 4), all, new byte[all.length & 1]);
	}

	/**
	 * What says that more comes than a picture.
	 * @param flags 2 for frames, 8 for EXIF, 16 for alpha, 32 for a profile
	 */
	static byte[] extended(int flags, int side) {
		return chunk("VP8X", bytes(flags, 0, 0, 0), number(side - 1, 3), number(side - 1, 3));
	}

	/** A frame of an animated picture, for a tenth of a second. */
	static byte[] frame(int side, byte[]... chunks) {
		return chunk("ANMF", new byte[6], number(side - 1, 3), number(side - 1, 3), bytes(100, 0, 0, 0), join(chunks));
	}

	/** A lossless picture of one colour. */
	static byte[] plain(Color colour, int side) {
		return chunk("VP8L", new WebpParts().header(side).bits(0, 1).bits(0, 1).bits(0, 1).codes(colour).all());
	}

	/** Red above, yellow below; stored as a camera does that was held upside down. */
	static byte[] upsideDown(int side) {
		WebpParts parts = new WebpParts().header(side).bits(0, 3).twoGreens(Color.RED);
		for (int pixel = 0; pixel < side * side; pixel++) {
			parts.bits((pixel < side * side / 2) ? 1 : 0, 1);
		}
		return file(extended(8, side), chunk("VP8L", parts.all()), chunk("EXIF", PictureParts.camera(3)));
	}

	/** How large a lossy picture is, and nothing of it. */
	static byte[] lossyHeader(int side) {
		return chunk("VP8 ", bytes(0x10, 0, 0, 0x9d, 0x01, 0x2a), number(side, 2), number(side, 2), new byte[20]);
	}

	private static byte[] number(int value, int length) {
		return Arrays.copyOf(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array(), length);
	}

	WebpParts header(int side) {
		return bits(0x2f, 8).bits(side - 1, 14).bits(side - 1, 14).bits(0, 4);
	}

	/** Five codes of one symbol each, so that no pixel takes a bit. */
	WebpParts codes(Color colour) {
		return code(colour.getGreen()).otherCodes(colour);
	}

	/** Green is 0 or 255, one bit for each pixel. */
	WebpParts twoGreens(Color other) {
		return bits(0b111, 3).bits(0, 8).bits(255, 8).otherCodes(other);
	}

	private WebpParts otherCodes(Color colour) {
		return code(colour.getRed()).code(colour.getBlue()).code(colour.getAlpha()).code(0);
	}

	private WebpParts code(int symbol) {
		return bits(0b101, 3).bits(symbol, 8);
	}

	WebpParts bits(int value, int count) {
		for (int bit = 0; bit < count; bit++) {
			this.last |= (value >> bit & 1) << this.used;
			this.used++;
			if (this.used == 8) {
				this.whole.write(this.last);
				this.used = 0;
				this.last = 0;
			}
		}
		return this;
	}

	/** Everything, and room for decoders that read ahead. */
	byte[] all() {
		bits(0, 7);
		return join(this.whole.toByteArray(), new byte[8]);
	}

}
