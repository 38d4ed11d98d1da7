package io.channelkeeper.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.picture.PictureFile.Kind;

/**
 * Turns what was decoded into sRGB on white.
 */
final class PictureColors {

	/** In bytes. CMYK profiles are the largest ones. */
	static final int PROFILE_AT_MOST = 4_000_000;

	private PictureColors() {
	}

	/**
	 * An ICC profile, or null for bytes that are none or too many, or are one for another
	 * number of components.
	 * @param components of the file, without alpha
	 */
	static @Nullable ICC_Profile profile(byte[] bytes, int components) {
		if (bytes.length == 0 || bytes.length > PROFILE_AT_MOST) {
			return null;
		}
		try {
			ICC_Profile profile = ICC_Profile.getInstance(bytes);
			return (profile.getNumComponents() == components) ? profile : null;
		}
		catch (IllegalArgumentException | ProfileDataException ex) {
			return null;
		}
	}

	/** Any picture but CMYK, composited on white; its ICC profile is applied later. */
	static BufferedImage onWhite(BufferedImage image) {
		if (image.getType() == BufferedImage.TYPE_3BYTE_BGR || image.getType() == BufferedImage.TYPE_INT_RGB) {
			return image;
		}
		int width = image.getWidth();
		BufferedImage flat = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
		ColorModel colours = image.getColorModel();
		// Java takes grey for linear; files mean it with the gamma of sRGB.
		boolean grey = !(colours instanceof IndexColorModel) && colours.getNumColorComponents() == 1;
		int[] row = new int[width];
		for (int y = 0; y < image.getHeight(); y++) {
			if (grey) {
				greys(image, y, row);
			}
			else {
				image.getRGB(0, y, width, 1, row, 0, width);
			}
			for (int x = 0; x < width; x++) {
				row[x] = onWhite(row[x]);
			}
			flat.setRGB(0, y, width, 1, row, 0, width);
		}
		return flat;
	}

	private static void greys(BufferedImage image, int y, int[] row) {
		Raster raster = image.getRaster();
		int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
		boolean seeThrough = raster.getNumBands() > 1;
		for (int x = 0; x < row.length; x++) {
			int grey = raster.getSample(x, y, 0) >> shift;
			int alpha = seeThrough ? raster.getSample(x, y, 1) >> shift : 255;
			row[x] = (alpha << 24) | rgb(grey, grey, grey);
		}
	}

	private static int onWhite(int colour) {
		int alpha = colour >>> 24;
		if (alpha == 255) {
			return colour;
		}
		int white = 255 * (255 - alpha);
		return rgb((((colour >> 16) & 255) * alpha + white) / 255, (((colour >> 8) & 255) * alpha + white) / 255,
				((colour & 255) * alpha + white) / 255);
	}

	private static int rgb(int red, int green, int blue) {
		return (red << 16) | (green << 8) | blue;
	}

	/**
	 * A CMYK or YCCK picture as sRGB.
	 * @param profile ICC profile of the CMYK, or null to compute (255 - ink) × (255 - K)
	 * / 255
	 */
	static BufferedImage ofInks(Raster inks, Kind kind, @Nullable ICC_Profile profile) {
		int width = inks.getWidth();
		WritableRaster plain = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, inks.getHeight(), 4, null);
		BufferedImage image = new BufferedImage(width, inks.getHeight(), BufferedImage.TYPE_INT_RGB);
		int[] row = new int[width * 4];
		for (int y = 0; y < inks.getHeight(); y++) {
			inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
			for (int x = 0; x < width; x++) {
				plain(row, 4 * x, kind);
				int black = 255 - row[4 * x + 3];
				image.setRGB(x, y, rgb((255 - row[4 * x]) * black / 255, (255 - row[4 * x + 1]) * black / 255,
						(255 - row[4 * x + 2]) * black / 255));
			}
			plain.setPixels(0, y, width, 1, row);
		}
		if (profile != null) {
			convert(plain, profile, image);
		}
		return image;
	}

	/** Converts to CMYK with 0 for no ink. */
	private static void plain(int[] inks, int at, Kind kind) {
		if (kind == Kind.YCCK) {
			double brightness = inks[at];
			double blue = inks[at + 1] - 128.0;
			double red = inks[at + 2] - 128.0;
			inks[at] = limited(brightness + 1.402 * red);
			inks[at + 1] = limited(brightness - 0.344136 * blue - 0.714136 * red);
			inks[at + 2] = limited(brightness + 1.772 * blue);
			inks[at + 3] = 255 - inks[at + 3];
		}
		else if (kind == Kind.INVERTED_INKS) {
			for (int ink = at; ink < at + 4; ink++) {
				inks[ink] = 255 - inks[ink];
			}
		}
	}

	private static int limited(double value) {
		return (int) Math.clamp(Math.round(value), 0L, 255L);
	}

	/** The same picture in sRGB; unchanged without a profile that can be applied. */
	static BufferedImage inStandard(BufferedImage image, @Nullable ICC_Profile profile) {
		if (profile == null || profile.getProfileClass() > ICC_Profile.CLASS_COLORSPACECONVERSION) {
			return image;
		}
		int bands = profile.getNumComponents();
		WritableRaster source = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(),
				image.getHeight(), bands, null);
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				int colour = image.getRGB(x, y);
				for (int band = 0; band < bands; band++) {
					source.setSample(x, y, band, (colour >> (16 - 8 * band)) & 255);
				}
			}
		}
		convert(source, profile, image);
		return image;
	}

	/** Leaves the target as it is where a profile says nothing that can be followed. */
	private static void convert(Raster source, ICC_Profile profile, BufferedImage target) {
		WritableRaster standard = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, source.getWidth(),
				source.getHeight(), 3, null);
		try {
			new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
				.filter(source, standard);
		}
		catch (CMMException | ProfileDataException | IllegalArgumentException ex) {
			return;
		}
		target.setData(standard);
	}

}
