package io.channelkeeper.picture;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Puts picture files together from their parts.
 */
final class PictureParts {

	private PictureParts() {
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	/** A segment of a JPEG. */
	static byte[] segment(int marker, byte[]... data) {
		byte[] all = join(data);
		return join(bytes(0xff, marker, (all.length + 2) >> 8, all.length + 2), all);
	}

	/** A JPEG with segments before all others. */
	static byte[] with(byte[] jpeg, byte[]... segments) {
		return join(Arrays.copyOf(jpeg, 2), join(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
	}

	/** What a camera says: how it was held, and where. */
	static byte[] exif(int orientation) {
		return segment(0xe1, camera(orientation));
	}

	static byte[] camera(int orientation) {
		ByteBuffer tiff = ByteBuffer.allocate(26);
		tiff.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		return join(ascii("Exif\0\0"), tiff.array(), ascii("GPS 52.5170 N 13.3889 E"));
	}

	static byte[] profile(ICC_Profile profile) {
		return segment(0xe2, ascii("ICC_PROFILE\0"), bytes(1, 1), profile.getData());
	}

	/** How Adobe's programs say what four components are. */
	static byte[] adobe(int transform) {
		return segment(0xee, ascii("Adobe"), bytes(0, 100, 0, 0, 0, 0, transform));
	}

	/** A JPEG whose four components are written as they are. */
	static byte[] fourInks(int... inks) {
		var raster = Raster.createInterleavedRaster(0, 100, 100, 4, null);
		for (int y = 0; y < 100; y++) {
			for (int x = 0; x < 100; x++) {
				raster.setPixel(x, y, inks);
			}
		}
		return written(new IIOImage(raster, null, null), "jpeg", false);
	}

	static BufferedImage grey(int brightness) {
		BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
		Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) brightness);
		return image;
	}

	static byte[] progressive(BufferedImage image) {
		return written(image, "jpeg", true);
	}

	/** A JPEG or PNG that comes in several goes, or not. */
	static byte[] written(BufferedImage image, String format, boolean progressive) {
		return written(new IIOImage(image, null, null), format, progressive);
	}

	private static byte[] written(IIOImage image, String format, boolean progressive) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			writer.setOutput(out);
			writer.write(null, image, param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** A PNG of these chunks between its header and its end. */
	static byte[] png(int width, int height, int depth, int colourType, byte[]... chunks) {
		ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
		header.put((byte) depth).put((byte) colourType);
		return join(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'), chunk("IHDR", header.array()), join(chunks),
				chunk("IEND", new byte[0]));
	}

	static byte[] chunk(String type, byte[] data) {
		byte[] named = join(ascii(type), data);
		CRC32 crc = new CRC32();
		crc.update(named);
		return ByteBuffer.allocate(named.length + 8)
			.putInt(data.length)
			.put(named)
			.putInt((int) crc.getValue())
			.array();
	}

	static byte[] deflated(byte[] data) {
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
			deflater.write(data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return deflated.toByteArray();
	}

	/** The same row of a PNG again and again. */
	static byte[] rows(int height, byte[] pixel, int width) {
		byte[] row = new byte[1 + width * pixel.length];
		for (int at = 1; at < row.length; at++) {
			row[at] = pixel[(at - 1) % pixel.length];
		}
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
			for (int y = 0; y < height; y++) {
				deflater.write(row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return chunk("IDAT", deflated.toByteArray());
	}

}
