package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/**
 * Pictures for tests, good and bad.
 */
public final class TestPictures {

	private TestPictures() {
	}

	/** A picture of one colour with a white frame. */
	public static byte[] plain(Color color, int width, int height, String format) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(color);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		return write(image, format);
	}

	/** A PNG that is see-through everywhere. */
	public static byte[] seeThrough(int side) {
		return write(new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB), "png");
	}

	/** A small file that says it is a PNG of this size. */
	public static byte[] hugePng(int width, int height) {
		try {
			ByteArrayOutputStream header = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(header);
			out.writeInt(width);
			out.writeInt(height);
			out.write(new byte[] { 1, 0, 0, 0, 0 });
			ByteArrayOutputStream data = new ByteArrayOutputStream();
			try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
				deflater.write(new byte[(width / 8 + 1) * Math.min(height, 1000)]);
			}
			ByteArrayOutputStream png = new ByteArrayOutputStream();
			png.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
			chunk(png, "IHDR", header.toByteArray());
			chunk(png, "IDAT", data.toByteArray());
			chunk(png, "IEND", new byte[0]);
			return png.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 crc = new CRC32();
		crc.update(name);
		crc.update(data);
		DataOutputStream out = new DataOutputStream(png);
		out.writeInt(data.length);
		out.write(name);
		out.write(data);
		out.writeInt((int) crc.getValue());
	}

	private static byte[] write(BufferedImage image, String format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
