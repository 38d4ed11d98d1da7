package io.channelkeeper.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import net.coobird.thumbnailator.Thumbnails;

import org.springframework.stereotype.Component;

/**
 * Makes of any bytes square JPEGs of the sizes that are shown, upright and in sRGB, or
 * refuses. Nothing of the original file survives but its pixels.
 */
@Component
class PictureNormalizer {

	/** A telephone's largest photograph. */
	private static final long PIXELS_AT_MOST = 50_000_000;

	/** What one decoder may hold beside what it decodes to. */
	private static final long MEMORY_AT_MOST = 100_000_000;

	private static final int SIDE_AT_LEAST = 16;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PictureDecoders decoders;

	PictureNormalizer(PictureDecoders decoders) {
		this.decoders = decoders;
	}

	/**
	 * The square in the middle of what a network sent, in all sizes.
	 * @throws PictureMissingException if it is too large or not a picture
	 */
	NormalizedPicture normalize(byte[] source) {
		return this.decoders.behind(() -> picture(source, Crop.MIDDLE));
	}

	/**
	 * The square that somebody chose of a file, in all sizes.
	 * @throws PictureMissingException if it is too large or not a picture
	 * @throws PicturesBusyException if too many others came before
	 */
	NormalizedPicture normalize(PictureSource source, Crop crop) {
		return this.decoders.ahead(() -> picture(source.read(), crop), PATIENCE);
	}

	/** On the caller's thread. */
	static NormalizedPicture picture(byte[] source, Crop crop) {
		try {
			PictureFile file = PictureFile.of(source);
			BufferedImage large = square(file, crop);
			TreeMap<Integer, byte[]> sizes = new TreeMap<>();
			for (int size : NormalizedPicture.SIZES) {
				sizes.put(size, encode(scale(large, size)));
			}
			return new NormalizedPicture(sizes);
		}
		catch (PictureMissingException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException | StackOverflowError ex) {
			// Decoders fail in many ways on hostile bytes.
			throw new PictureMissingException(MissingReason.NOT_AN_IMAGE, ex);
		}
		catch (OutOfMemoryError ex) {
			// Nothing is left of what took it.
			throw new PictureMissingException(MissingReason.TOO_LARGE, ex);
		}
	}

	/** The square as it is shown, in its larger size. */
	private static BufferedImage square(PictureFile file, Crop crop) throws IOException {
		int width = file.width();
		int height = file.height();
		if (Math.min(width, height) < SIDE_AT_LEAST) {
			throw new SmallPictureException();
		}
		if ((long) width * height > PIXELS_AT_MOST || file.memory() > MEMORY_AT_MOST) {
			throw new PictureMissingException(MissingReason.TOO_LARGE);
		}
		boolean swapped = file.orientation().swapped();
		Rectangle shown = crop.of(swapped ? height : width, swapped ? width : height);
		BufferedImage decoded = decode(file, file.orientation().stored(shown, width, height));
		BufferedImage large = scale(decoded, NormalizedPicture.LARGE);
		return file.orientation().shown(PictureColors.inStandard(large, file.profile()));
	}

	private static BufferedImage decode(PictureFile file, Rectangle square) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(file.kind().format()).next();
		try (ImageInputStream in = file.open()) {
			reader.setInput(in, true, true);
			if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
				throw new PictureMissingException(MissingReason.NOT_AN_IMAGE);
			}
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceRegion(square);
			int step = step(square.width);
			param.setSourceSubsampling(step, step, 0, 0);
			return file.kind().isInks() ? PictureColors.ofInks(reader.readRaster(0, param), file.kind(), file.profile())
					: PictureColors.onWhite(reader.read(0, param));
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Subsampling step by the side of the square in pixels: 1 below 1,024, 2 from there,
	 * from 3,072 the largest that leaves 1,024.
	 */
	private static int step(int side) {
		return Math.max(1, Math.max(side / (2 * NormalizedPicture.LARGE), Math.min(2, side / NormalizedPicture.LARGE)));
	}

	private static BufferedImage scale(BufferedImage square, int size) throws IOException {
		int side = Math.min(size, Math.min(square.getWidth(), square.getHeight()));
		return (side == square.getWidth() && side == square.getHeight()) ? square
				: Thumbnails.of(square).forceSize(side, side).imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage();
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
