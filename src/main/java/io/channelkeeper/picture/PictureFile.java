package io.channelkeeper.picture;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.WebpFrame;

/**
 * A picture before it is decoded: what its header says, and of its bytes only what a
 * decoder needs for the first frame. Metadata never reaches a decoder.
 */
final class PictureFile {

	private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs",
			"mif1", "msf1");

	private final Kind kind;

	private final int width;

	private final int height;

	private final long memory;

	private final Orientation orientation;

	private final @Nullable ICC_Profile profile;

	private final byte[] content;

	/**
	 * Creates a file.
	 * @param memory how many bytes its decoder needs beside what it decodes to
	 * @param profile ICC profile, or null for sRGB
	 */
	PictureFile(Kind kind, int width, int height, long memory, Orientation orientation, @Nullable ICC_Profile profile,
			byte[] content) {
		this.kind = kind;
		this.width = width;
		this.height = height;
		this.memory = memory;
		this.orientation = orientation;
		this.profile = profile;
		this.content = content;
	}

	/**
	 * Looks at bytes, whatever their name or type was said to be.
	 * @throws HeicPictureException if they are HEIC
	 * @throws PictureMissingException if they are no JPEG, PNG, GIF or WebP
	 * @throws RuntimeException if they break off
	 */
	static PictureFile of(byte[] bytes) {
		ByteBuffer in = ByteBuffer.wrap(bytes);
		if (bytes.length < 16) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		if (in.getShort(0) == (short) 0xffd8) {
			return new JpegFormat(bytes).file();
		}
		if (in.getLong(0) == PngFormat.SIGNATURE) {
			return new PngFormat(bytes).file();
		}
		if (word(in, 0).equals("GIF8")) {
			return GifFormat.file(bytes);
		}
		if (WebpFrame.isWebp(bytes)) {
			return WebpFormat.file(bytes);
		}
		if (word(in, 4).equals("ftyp") && HEIC.contains(word(in, 8))) {
			throw new HeicPictureException();
		}
		throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
	}

	static String word(ByteBuffer in, int at) {
		byte[] letters = new byte[4];
		in.get(at, letters);
		return new String(letters, StandardCharsets.ISO_8859_1);
	}

	Kind kind() {
		return this.kind;
	}

	/** In pixels, as stored. */
	int width() {
		return this.width;
	}

	/** In pixels, as stored. */
	int height() {
		return this.height;
	}

	long memory() {
		return this.memory;
	}

	Orientation orientation() {
		return this.orientation;
	}

	@Nullable ICC_Profile profile() {
		return this.profile;
	}

	byte[] content() {
		return this.content;
	}

	/** For its decoder. */
	ImageInputStream open() {
		return (this.kind == Kind.WEBP) ? WebpFrame.stream(this.content)
				: new MemoryCacheImageInputStream(new ByteArrayInputStream(this.content));
	}

	/** Format and colour model. */
	enum Kind {

		/** Grey, YCbCr or RGB. */
		JPEG("jpeg"),

		/** CMYK, 0 for no ink. */
		INKS("jpeg"),

		/** CMYK inverted, 255 for no ink (Adobe). */
		INVERTED_INKS("jpeg"),

		/** YCCK (Adobe, transform 2). */
		YCCK("jpeg"),

		/** Grey, RGB or palette, may have alpha. */
		PNG("png"),

		/** Palette, may have transparency; the first frame. */
		GIF("gif"),

		/** May have alpha; the first frame. */
		WEBP("webp");

		private final String format;

		Kind(String format) {
			this.format = format;
		}

		/** The format name that ImageIO knows. */
		String format() {
			return this.format;
		}

		boolean isInks() {
			return this == INKS || this == INVERTED_INKS || this == YCCK;
		}

	}

}
