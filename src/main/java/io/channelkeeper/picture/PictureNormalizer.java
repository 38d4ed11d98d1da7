package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import net.coobird.thumbnailator.Thumbnails;

import org.springframework.stereotype.Component;

/**
 * Makes of any bytes square JPEGs of the sizes that are shown, or refuses. Nothing of the
 * original file survives but its pixels.
 */
@Component
class PictureNormalizer {

	/** A telephone's largest photograph; a decoder needs up to 200 MB for it. */
	private static final long PIXELS_AT_MOST = 50_000_000;

	private static final int SIDE_AT_LEAST = 16;

	private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp");

	private final Semaphore decoders = new Semaphore(2);

	/**
	 * The picture in all sizes.
	 * @throws PictureMissingException if it is too large or not a picture
	 */
	NormalizedPicture normalize(byte[] source) {
		this.decoders.acquireUninterruptibly();
		try {
			BufferedImage square = decode(source);
			TreeMap<Integer, byte[]> sizes = new TreeMap<>();
			for (int size : NormalizedPicture.SIZES) {
				sizes.put(size, encode(scale(square, size)));
			}
			return new NormalizedPicture(sizes);
		}
		catch (PictureMissingException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Decoders fail in many ways on hostile bytes.
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE, ex);
		}
		finally {
			this.decoders.release();
		}
	}

	private static BufferedImage decode(byte[] source) throws IOException {
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(source))) {
			ImageReader reader = reader(in);
			try {
				reader.setInput(in, true, true);
				return readSquare(reader);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static ImageReader reader(ImageInputStream in) throws IOException {
		for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext();) {
			ImageReader reader = readers.next();
			if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
				return reader;
			}
			reader.dispose();
		}
		throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
	}

	/** The square in the middle, decoded with no more pixels than are needed. */
	private static BufferedImage readSquare(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > PIXELS_AT_MOST) {
			throw new PictureMissingException(MissingReason.TOO_LARGE);
		}
		int side = Math.min(width, height);
		if (side < SIDE_AT_LEAST) {
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
		}
		ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
		int step = Math.max(1, side / (2 * NormalizedPicture.LARGE));
		param.setSourceSubsampling(step, step, 0, 0);
		return onWhite(reader.read(0, param));
	}

	private static BufferedImage onWhite(BufferedImage image) {
		BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = flat.createGraphics();
		graphics.drawImage(image, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return flat;
	}

	private static BufferedImage scale(BufferedImage square, int size) throws IOException {
		int side = Math.min(size, Math.min(square.getWidth(), square.getHeight()));
		return Thumbnails.of(square).forceSize(side, side).imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage();
	}

	private static byte[] encode(BufferedImage image) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(0.85f);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
