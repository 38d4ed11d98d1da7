package io.channelkeeper.picture;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.picture.PictureFile.Kind;

/**
 * Reads a WebP's chunks (RFC 9649): notes what its pixels mean and makes a file of its
 * own of the first frame.
 */
final class WebpFormat {

	/** What its decoder takes, measured; bounds its time, too. */
	private static final int BYTES_A_PIXEL = 12;

	private final ByteBuffer in;

	private @Nullable ICC_Profile profile;

	private Orientation orientation = Orientation.UPRIGHT;

	private @Nullable ByteBuffer alpha;

	private @Nullable ByteBuffer lossy;

	private @Nullable ByteBuffer lossless;

	WebpFormat(ByteBuffer in) {
		this.in = in.order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * The first frame without metadata.
	 * @throws RuntimeException if it breaks off or is none
	 */
	PictureFile file() {
		chunks(this.in.slice(12, this.in.getInt(4) - 4).order(ByteOrder.LITTLE_ENDIAN));
		ByteBuffer lossless = this.lossless;
		ByteBuffer lossy = this.lossy;
		if (lossless != null) {
			int sides = lossless.getInt(1);
			return file((sides & 0x3fff) + 1, ((sides >> 14) & 0x3fff) + 1, chunk("VP8L", lossless));
		}
		if (lossy == null) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		int width = lossy.getShort(6) & 0x3fff;
		int height = lossy.getShort(8) & 0x3fff;
		ByteBuffer alpha = this.alpha;
		return file(width, height, (alpha != null)
				? join(extended(width, height), chunk("ALPH", alpha), chunk("VP8 ", lossy)) : chunk("VP8 ", lossy));
	}

	private PictureFile file(int width, int height, byte[] chunks) {
		ByteBuffer whole = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
		whole.put(ascii("RIFF")).putInt(4 + chunks.length).put(ascii("WEBP")).put(chunks);
		return new PictureFile(Kind.WEBP, width, height, (long) BYTES_A_PIXEL * width * height, this.orientation,
				this.profile, whole.array());
	}

	private void chunks(ByteBuffer all) {
		for (int at = 0; at + 8 <= all.limit();) {
			int length = all.getInt(at + 4);
			take(PictureFile.word(all, at), all.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN));
			at += 8 + length + (length & 1);
		}
	}

	private void take(String name, ByteBuffer data) {
		boolean first = this.lossy == null && this.lossless == null;
		switch (name) {
			case "ICCP" -> this.profile = PictureColors.profile(bytes(data));
			case "EXIF" -> this.orientation = Orientation
				.of(PictureFile.word(data, 0).equals("Exif") ? data.slice(6, data.limit() - 6) : data);
			case "ANMF" -> {
				if (first) {
					chunks(data.slice(16, data.limit() - 16).order(ByteOrder.LITTLE_ENDIAN));
				}
			}
			case "ALPH" -> this.alpha = first ? data : this.alpha;
			case "VP8 " -> this.lossy = first ? data : this.lossy;
			case "VP8L" -> this.lossless = first ? data : this.lossless;
			default -> {
				// Nothing that is seen.
			}
		}
	}

	private static byte[] extended(int width, int height) {
		ByteBuffer data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
		data.putInt(0x10);
		data.put((byte) (width - 1)).put((byte) ((width - 1) >> 8)).put((byte) 0);
		data.put((byte) (height - 1)).put((byte) ((height - 1) >> 8)).put((byte) 0);
		return chunk("VP8X", data.flip());
	}

	private static byte[] chunk(String name, ByteBuffer data) {
		int length = data.limit();
		ByteBuffer chunk = ByteBuffer.allocate(8 + length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN);
		return chunk.put(ascii(name)).putInt(length).put(bytes(data)).array();
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static byte[] bytes(ByteBuffer data) {
		byte[] bytes = new byte[data.limit()];
		data.get(0, bytes);
		return bytes;
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
