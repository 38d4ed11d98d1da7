package io.channelkeeper.picture;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.picture.PictureFile.Kind;

/**
 * Reads a JPEG's segments (ITU T.81, EXIF 2.32, ICC.1 annex B.4): notes what its pixels
 * mean and leaves out everything that is not pixels.
 */
final class JpegFormat {

	/** Usual ones have ten; each one goes over the whole picture again. */
	private static final int SCANS_AT_MOST = 50;

	private static final byte[] JFIF = { (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0,
			0 };

	private final byte[] bytes;

	private final ByteBuffer in;

	private final ByteArrayOutputStream kept;

	private final Map<Integer, byte[]> profile = new TreeMap<>();

	private @Nullable ByteBuffer frame;

	private Orientation orientation = Orientation.UPRIGHT;

	private boolean progressive;

	private int scans;

	/** Colour transform of the APP14 Adobe segment (2 = YCCK), -1 without one. */
	private int adobe = -1;

	JpegFormat(byte[] bytes) {
		this.bytes = bytes;
		this.in = ByteBuffer.wrap(bytes).position(2);
		this.kept = new ByteArrayOutputStream(bytes.length);
		this.kept.write(0xff);
		this.kept.write(0xd8);
	}

	/**
	 * The file without its metadata.
	 * @throws RuntimeException if it breaks off or is none
	 */
	PictureFile file() {
		for (int marker = marker(); marker != 0xd9; marker = marker()) {
			if (marker != 0x01 && (marker < 0xd0 || marker > 0xd7)) {
				segment(marker);
			}
		}
		this.kept.write(0xff);
		this.kept.write(0xd9);
		ByteBuffer frame = this.frame;
		if (frame == null || frame.get(0) != 8 || this.scans == 0 || this.scans > SCANS_AT_MOST) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		return new PictureFile(kind(frame.get(5)), frame.getShort(3) & 0xffff, frame.getShort(1) & 0xffff,
				memory(frame), this.orientation, profile(frame.get(5)), this.kept.toByteArray());
	}

	private int marker() {
		if (this.in.get() != (byte) 0xff) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		int marker = 0xff;
		while (marker == 0xff) {
			marker = this.in.get() & 0xff;
		}
		return marker;
	}

	private void segment(int marker) {
		int start = this.in.position();
		int length = this.in.getShort(start) & 0xffff;
		ByteBuffer data = this.in.slice(start + 2, length - 2);
		this.in.position(start + length);
		switch (marker) {
			case 0xe0 -> this.kept.writeBytes(startsWith(data, "JFIF") ? JFIF : new byte[0]);
			case 0xe1 -> {
				if (startsWith(data, "Exif")) {
					this.orientation = Orientation.of(data.slice(6, data.limit() - 6));
				}
			}
			case 0xe2 -> {
				if (startsWith(data, "ICC_PROFILE")) {
					byte[] part = new byte[data.limit() - 14];
					data.get(14, part);
					this.profile.putIfAbsent((int) data.get(12), part);
				}
			}
			case 0xee -> {
				if (startsWith(data, "Adobe")) {
					this.adobe = data.get(11);
					keep(marker, start, length);
				}
			}
			default -> picture(marker, data, start, length);
		}
	}

	private void picture(int marker, ByteBuffer data, int start, int length) {
		if ((marker & 0xf0) == 0xe0 || marker == 0xfe) {
			return;
		}
		keep(marker, start, length);
		if (marker == 0xda) {
			this.scans++;
			scan();
		}
		else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
			if (this.frame != null) {
				throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
			}
			this.frame = data;
			this.progressive = marker != 0xc0 && marker != 0xc1;
		}
	}

	private void keep(int marker, int start, int length) {
		this.kept.write(0xff);
		this.kept.write(marker);
		this.kept.write(this.bytes, start, length);
	}

	/** Everything up to the next marker that is not part of the pixels. */
	private void scan() {
		int start = this.in.position();
		int end = start;
		while (this.bytes[end] != (byte) 0xff || this.bytes[end + 1] == 0 || (this.bytes[end + 1] & 0xf8) == 0xd0) {
			end++;
		}
		this.kept.write(this.bytes, start, end - start);
		this.in.position(end);
	}

	/**
	 * What is sent in several scans is held as coefficients, two bytes each, until the
	 * last one came, however few pixels are asked for.
	 */
	private long memory(ByteBuffer frame) {
		if (!this.progressive && this.scans == 1) {
			return 0;
		}
		int components = frame.get(5);
		int across = 1;
		int down = 1;
		for (int component = 0; component < components; component++) {
			across = Math.max(across, (frame.get(7 + 3 * component) & 0xff) >> 4);
			down = Math.max(down, frame.get(7 + 3 * component) & 0xf);
		}
		long all = 0;
		for (int component = 0; component < components; component++) {
			int sampling = frame.get(7 + 3 * component) & 0xff;
			all += 2L * (frame.getShort(3) & 0xffff) * (frame.getShort(1) & 0xffff) * (sampling >> 4) * (sampling & 0xf)
					/ ((long) across * down);
		}
		return all;
	}

	private Kind kind(int components) {
		return switch (components) {
			case 1, 3 -> Kind.JPEG;
			case 4 -> (this.adobe < 0) ? Kind.INKS : (this.adobe == 2) ? Kind.YCCK : Kind.INVERTED_INKS;
			default -> throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		};
	}

	private @Nullable ICC_Profile profile(int components) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		this.profile.values().forEach(whole::writeBytes);
		return PictureColors.profile(whole.toByteArray(), components);
	}

	private static boolean startsWith(ByteBuffer data, String name) {
		byte[] start = new byte[Math.min(name.length(), data.limit())];
		data.get(0, start);
		return new String(start, StandardCharsets.ISO_8859_1).equals(name);
	}

}
