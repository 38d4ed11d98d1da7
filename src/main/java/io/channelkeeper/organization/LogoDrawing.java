package io.channelkeeper.organization;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.channelkeeper.support.WebpFrame;

/**
 * Draws an uploaded picture anew as a square, so that nothing of the file itself is kept.
 */
final class LogoDrawing {

	private static final int SIDE = 256;

	private static final long MAX_PIXELS = 16_000_000;

	/** In bytes, for a WebP. */
	private static final long MAX_MEMORY = 200_000_000;

	private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");

	private LogoDrawing() {
	}

	/**
	 * A PNG of 256 by 256 pixels, transparent where the picture is not square.
	 * @throws UnusableLogoException if the file is no PNG, JPEG or WebP, or too large
	 */
	static byte[] square(byte[] file) {
		if (file.length > Logo.MAX_BYTES) {
			throw new UnusableLogoException();
		}
		try (ImageInputStream input = open(file)) {
			ByteArrayOutputStream output = new ByteArrayOutputStream();
			ImageIO.write(fit(read(input)), "png", output);
			return output.toByteArray();
		}
		catch (UnusableLogoException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw new UnusableLogoException(ex);
		}
	}

	/** What a WebP costs depends on more than its pixels. */
	private static ImageInputStream open(byte[] file) throws IOException {
		if (!WebpFrame.isWebp(file)) {
			return ImageIO.createImageInputStream(new ByteArrayInputStream(file));
		}
		WebpFrame frame = new WebpFrame(file);
		if (frame.memory() > MAX_MEMORY) {
			throw new UnusableLogoException();
		}
		return WebpFrame.stream(frame.content());
	}

	private static BufferedImage read(ImageInputStream input) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
		if (!readers.hasNext()) {
			throw new UnusableLogoException();
		}
		ImageReader reader = readers.next();
		try {
			reader.setInput(input, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
					|| (long) width * height > MAX_PIXELS) {
				throw new UnusableLogoException();
			}
			int step = Math.max(1, Math.max(width, height) / (SIDE * 4));
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, param);
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage fit(BufferedImage picture) {
		double scale = (double) SIDE / Math.max(picture.getWidth(), picture.getHeight());
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = square.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height, null);
		graphics.dispose();
		return square;
	}

}
