package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

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
		return HostilePictures.hugePng(width, height);
	}

	static byte[] write(BufferedImage image, String format) {
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
