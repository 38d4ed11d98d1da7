package practice;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/**
 * Draws profile pictures: everybody has a face and colours of their own, other ones after
 * each change.
 */
public final class Portrait {

	private static final int SIZE = 320;

	private Portrait() {
	}

	/**
	 * A picture of 320 by 320 pixels.
	 * @param format {@code jpg} or {@code png}
	 */
	public static byte[] draw(String whose, int version, String format) {
		BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		SplittableRandom random = new SplittableRandom(31L * whose.hashCode() + 977L * version);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		float hue = (float) random.nextDouble();
		pen.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.45f, 0.95f), SIZE, SIZE,
				Color.getHSBColor(hue + 0.12f, 0.7f, 0.65f)));
		pen.fillRect(0, 0, SIZE, SIZE);
		Color skin = Color.getHSBColor(0.07f, 0.25f + (float) random.nextDouble() * 0.35f,
				0.5f + (float) random.nextDouble() * 0.45f);
		Color hair = Color.getHSBColor((float) random.nextDouble() * 0.12f, 0.6f,
				0.15f + (float) random.nextDouble() * 0.5f);
		drawPerson(pen, skin, hair, Color.getHSBColor(hue + 0.5f, 0.6f, 0.7f), random.nextInt(30));
		pen.dispose();
		return write(image, format);
	}

	/** A picture of noise, so that it cannot be made smaller: about 12 MB as PNG. */
	public static byte[] noise() {
		BufferedImage image = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(7);
		for (int y = 0; y < 2000; y++) {
			for (int x = 0; x < 2000; x++) {
				image.setRGB(x, y, random.nextInt());
			}
		}
		return write(image, "png");
	}

	private static void drawPerson(Graphics2D pen, Color skin, Color hair, Color shirt, int wide) {
		pen.setColor(hair);
		pen.fillOval(85 - wide / 2, 50, 150 + wide, 180);
		pen.setColor(shirt);
		pen.fillOval(40, 235, 240, 200);
		pen.setColor(skin);
		pen.fillRect(138, 200, 44, 60);
		pen.fillOval(100, 75, 120, 150);
		pen.setColor(hair.darker());
		pen.fillOval(128, 135, 12, 14);
		pen.fillOval(180, 135, 12, 14);
		pen.drawArc(135, 165, 50, 28, 200, 140);
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
