package io.channelkeeper.browser;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture of two pages side by side, taken at chosen moments, each with a line
 * that says what happens.
 */
final class Recording {

	private static final int GAP = 10;

	private static final int CAPTION = 48;

	private static final int TITLE = 28;

	/**
	 * How much smaller than in life everything is. Pages are taken at twice that size, so
	 * that nothing thin gets lost.
	 */
	private static final double SCALE = 0.8;

	private static final int HEIGHT = 620;

	private static final int LEFT = 370;

	private static final int RIGHT = 800;

	private static final int ABOVE = 400;

	private static final int WIDTH = GAP + LEFT + GAP + RIGHT + GAP;

	private static final Color INK = new Color(0x1B2330);

	private static final Color GROUND = new Color(0xD9DEE6);

	private static final Color EDGE = new Color(0x7B8597);

	private static final Color MARK = new Color(0xD8452E);

	private final Page left;

	private final Page right;

	private final Browsing browsing;

	private final List<MovingPicture.Frame> frames = new ArrayList<>();

	private @Nullable Page above;

	private int aboveHeight;

	Recording(Browsing browsing) {
		this.browsing = browsing;
		this.left = page(LEFT);
		this.right = page(RIGHT);
	}

	private Page page(int width) {
		return this.browsing.open(
				new NewContextOptions().setViewportSize(real(width), real(HEIGHT)).setDeviceScaleFactor(2 * SCALE),
				"en");
	}

	private static int real(int drawn) {
		return (int) Math.round(drawn / SCALE);
	}

	Page left() {
		return this.left;
	}

	Page right() {
		return this.right;
	}

	/** From now on a window lies above the right page, until it is closed. */
	void openAbove(Page window, int height) {
		window.setViewportSize(real(ABOVE), real(height));
		this.above = window;
		this.aboveHeight = height;
	}

	void closeAbove() {
		this.above = null;
	}

	/**
	 * Takes a picture of what is seen now.
	 * @param caption what happens
	 * @param pointed what somebody is about to press
	 */
	void take(String caption, Duration shown, Locator... pointed) {
		BufferedImage image = new BufferedImage(WIDTH, CAPTION + TITLE + HEIGHT + GAP, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		pen.setColor(GROUND);
		pen.fillRect(0, 0, image.getWidth(), image.getHeight());
		pen.setColor(INK);
		pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 19));
		pen.drawString(caption, GAP + 2, 31);
		window(pen, this.left, "The network (practice)", new Rectangle(GAP, CAPTION, LEFT, HEIGHT), pointed);
		Rectangle beside = new Rectangle(GAP + LEFT + GAP, CAPTION, RIGHT, HEIGHT);
		window(pen, this.right, "Channelkeeper", beside, pointed);
		if (this.above != null) {
			Rectangle within = new Rectangle(beside.x + RIGHT - ABOVE - 24, CAPTION + HEIGHT - this.aboveHeight - 12,
					ABOVE, this.aboveHeight);
			pen.setColor(new Color(27, 35, 48, 60));
			pen.fillRoundRect(within.x - 6, within.y - 4, within.width + 13, TITLE + within.height + 11, 14, 14);
			window(pen, this.above, "Pop-up: the network’s own login", within, pointed);
		}
		pen.dispose();
		this.frames.add(new MovingPicture.Frame(image, shown));
	}

	/**
	 * Draws a page in a frame with a title, and rings around what is pointed at on it.
	 */
	private static void window(Graphics2D pen, Page page, String title, Rectangle place, Locator... pointed) {
		pen.setColor(Color.WHITE);
		pen.fillRect(place.x, place.y, place.width, place.height + TITLE);
		pen.setColor(INK);
		pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
		pen.drawString(title, place.x + 12, place.y + 19);
		pen.drawImage(picture(page), place.x, place.y + TITLE, place.width, place.height, null);
		pen.setStroke(new BasicStroke(1));
		pen.setColor(EDGE);
		pen.drawLine(place.x, place.y + TITLE, place.x + place.width, place.y + TITLE);
		pen.drawRect(place.x, place.y, place.width, place.height + TITLE);
		for (Locator one : pointed) {
			BoundingBox box = one.page().equals(page) ? one.boundingBox() : null;
			if (box != null) {
				pen.setColor(MARK);
				pen.setStroke(new BasicStroke(3));
				pen.drawRoundRect(place.x + drawn(box.x) - 5, place.y + TITLE + drawn(box.y) - 5, drawn(box.width) + 10,
						drawn(box.height) + 10, 12, 12);
			}
		}
	}

	private static int drawn(double real) {
		return (int) Math.round(real * SCALE);
	}

	private static BufferedImage picture(Page page) {
		try {
			return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes what was taken; it begins anew at its end. */
	Path write(String name) throws IOException {
		Path file = Browsing.SHOTS.resolve(name + ".gif");
		Files.createDirectories(file.getParent());
		MovingPicture.write(this.frames, file);
		return file;
	}

}
