package io.channelkeeper.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.picture.PictureFile.Kind;

/**
 * Reads a PNG's chunks (W3C PNG, third edition): notes what its pixels mean and leaves
 * out everything that is not pixels.
 */
final class PngFormat {

	static final long SIGNATURE = 0x89504e470d0a1a0aL;

	/** All pixels have to be inflated, however few are asked for. */
	private static final long INFLATED_AT_MOST = 250_000_000;

	private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

	private final byte[] bytes;

	private final ByteBuffer in;

	private final ByteArrayOutputStream kept;

	private Orientation orientation = Orientation.UPRIGHT;

	private byte @Nullable [] profile;

	PngFormat(byte[] bytes) {
		this.bytes = bytes;
		this.in = ByteBuffer.wrap(bytes).position(8);
		this.kept = new ByteArrayOutputStream(bytes.length);
		this.kept.write(bytes, 0, 8);
	}

	/**
	 * The file without its metadata.
	 * @throws RuntimeException if it breaks off or is none
	 */
	PictureFile file() {
		String name = "";
		while (!name.equals("IEND")) {
			int length = this.in.getInt();
			name = PictureFile.word(this.in, this.in.position());
			chunk(name, this.in.slice(this.in.position() + 4, length));
			if (PIXELS.contains(name)) {
				this.kept.write(this.bytes, this.in.position() - 4, length + 12);
			}
			this.in.position(this.in.position() + length + 8);
		}
		if (!PictureFile.word(this.in, 12).equals("IHDR")) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		int width = this.in.getInt(16);
		int height = this.in.getInt(20);
		long row = (long) width * this.in.get(24) * samples(this.in.get(25)) / 8;
		if (row * height > INFLATED_AT_MOST) {
			throw new PictureMissingException(MissingReason.TOO_LARGE);
		}
		byte[] profile = this.profile;
		return new PictureFile(Kind.PNG, width, height, 6 * row, this.orientation,
				(profile != null) ? PictureColors.profile(profile, components(this.in.get(25))) : null,
				this.kept.toByteArray());
	}

	private static int samples(int colourType) {
		return switch (colourType) {
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> 1;
		};
	}

	/** Without how far it is see-through; of a palette those of its colours. */
	private static int components(int colourType) {
		return ((colourType & 2) != 0) ? 3 : 1;
	}

	private void chunk(String name, ByteBuffer data) {
		if (name.equals("eXIf")) {
			this.orientation = Orientation.of(data);
		}
		// There is one at most, and each takes time.
		else if (name.equals("iCCP") && this.profile == null) {
			int start = 0;
			while (data.get(start) != 0) {
				start++;
			}
			byte[] deflated = new byte[data.limit() - start - 2];
			data.get(start + 2, deflated);
			this.profile = inflated(deflated);
		}
	}

	private static byte[] inflated(byte[] deflated) {
		try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
			return in.readNBytes(PictureColors.PROFILE_AT_MOST + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
