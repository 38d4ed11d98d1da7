package io.channelkeeper.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import javax.imageio.stream.ImageInputStream;

import org.jspecify.annotations.Nullable;

/**
 * The first frame of a WebP (RFC 9649) as a file of its own, and what it costs to decode
 * it: the file decides more of that than its size in pixels does. Only what comes from
 * here may reach a decoder.
 */
public final class WebpFrame {

	/** What its decoder takes, measured; bounds its time, too. */
	private static final int BYTES_A_PIXEL = 12;

	/**
	 * Five tables of 256 numbers, and smaller ones for the longer codes of up to 3,136
	 * symbols, however the file has chosen them.
	 */
	private static final int BYTES_A_GROUP = 60_000;

	private static final long PIXELS_AT_MOST = 16_000_000;

	private @Nullable ByteBuffer profile;

	private @Nullable ByteBuffer exif;

	private @Nullable ByteBuffer alpha;

	private @Nullable ByteBuffer lossy;

	private @Nullable ByteBuffer lossless;

	/**
	 * Reads a file's chunks.
	 * @throws RuntimeException if it breaks off or is none
	 */
	public WebpFrame(byte[] file) {
		ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		if (!isWebp(file)) {
			throw new IllegalArgumentException("Not a WebP");
		}
		chunks(part(in, 12, in.getInt(4) - 4), false);
		if (this.lossy == null && this.lossless == null) {
			throw new IllegalArgumentException("Without a picture");
		}
	}

	/** Whether it says that it is one. */
	public static boolean isWebp(byte[] file) {
		ByteBuffer in = ByteBuffer.wrap(file);
		return file.length >= 12 && name(in, 0).equals("RIFF") && name(in, 8).equals("WEBP");
	}

	private void chunks(ByteBuffer all, boolean inFrame) {
		for (int at = 0; at + 8 <= all.limit();) {
			int length = all.getInt(at + 4);
			take(name(all, at), part(all, at + 8, length), inFrame);
			at += 8 + length + (length & 1);
		}
	}

	private void take(String name, ByteBuffer data, boolean inFrame) {
		boolean first = this.lossy == null && this.lossless == null;
		switch (name) {
			case "ICCP" -> this.profile = (this.profile == null) ? data : this.profile;
			case "EXIF" -> this.exif = (this.exif == null) ? data : this.exif;
			case "ANMF" -> {
				if (first && !inFrame) {
					chunks(part(data, 16, data.limit() - 16), true);
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

	/** In pixels, as stored. */
	public int width() {
		return (this.lossless != null) ? (this.lossless.getInt(1) & 0x3fff) + 1 : lossy().getShort(6) & 0x3fff;
	}

	/** In pixels, as stored. */
	public int height() {
		return (this.lossless != null) ? ((this.lossless.getInt(1) >> 14) & 0x3fff) + 1 : lossy().getShort(8) & 0x3fff;
	}

	/**
	 * How many bytes its decoder takes at most, beside what it decodes to;
	 * {@link Long#MAX_VALUE} for more than 16 million pixels.
	 * @throws RuntimeException if it breaks off or is none
	 */
	public long memory() {
		long pixels = (long) width() * height();
		return (pixels > PIXELS_AT_MOST) ? Long.MAX_VALUE : BYTES_A_PIXEL * pixels + (long) BYTES_A_GROUP * groups();
	}

	private int groups() {
		if (this.lossless != null) {
			return WebpGroups.count(rest(this.lossless, 5), width(), height());
		}
		// Alpha is lossless, too, where it is compressed at all.
		return (this.alpha != null && (this.alpha.get(0) & 3) == 1)
				? WebpGroups.count(rest(this.alpha, 1), width(), height()) : 0;
	}

	/** A file of nothing but the pixels. */
	public byte[] content() {
		if (this.lossless != null) {
			return file(chunk("VP8L", this.lossless));
		}
		byte[] lossy = chunk("VP8 ", lossy());
		return (this.alpha != null) ? file(join(extended(), chunk("ALPH", this.alpha), lossy)) : file(lossy);
	}

	/**
	 * A stream for the decoder.
	 * @param content what {@link #content()} made
	 */
	public static ImageInputStream stream(byte[] content) {
		return new WebpStream(content);
	}

	/** The ICC profile's bytes, or null for sRGB. */
	public byte @Nullable [] profile() {
		return (this.profile != null) ? bytes(this.profile) : null;
	}

	/** What the camera said, from the byte order on, or null where it said nothing. */
	public @Nullable ByteBuffer exif() {
		if (this.exif == null || this.exif.limit() < 8) {
			return null;
		}
		return name(this.exif, 0).equals("Exif") ? rest(this.exif, 6) : this.exif;
	}

	private ByteBuffer lossy() {
		if (this.lossy == null) {
			throw new IllegalStateException("Lossless");
		}
		return this.lossy;
	}

	private byte[] extended() {
		int width = width() - 1;
		int height = height() - 1;
		ByteBuffer data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
		data.putInt(0x10);
		data.put((byte) width).put((byte) (width >> 8)).put((byte) 0);
		data.put((byte) height).put((byte) (height >> 8)).put((byte) 0);
		return chunk("VP8X", data.flip());
	}

	private static byte[] file(byte[] chunks) {
		ByteBuffer whole = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
		return whole.put(ascii("RIFF")).putInt(4 + chunks.length).put(ascii("WEBP")).put(chunks).array();
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

	private static ByteBuffer rest(ByteBuffer data, int start) {
		return part(data, start, data.limit() - start);
	}

	private static ByteBuffer part(ByteBuffer data, int start, int length) {
		return data.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static byte[] bytes(ByteBuffer data) {
		byte[] bytes = new byte[data.limit()];
		data.get(0, bytes);
		return bytes;
	}

	private static String name(ByteBuffer in, int at) {
		byte[] letters = new byte[4];
		in.get(at, letters);
		return new String(letters, StandardCharsets.ISO_8859_1);
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
