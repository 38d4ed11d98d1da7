package io.channelkeeper.picture;

import java.awt.Rectangle;

/**
 * The square that somebody chose of a picture as it is shown, in fractions from 0 to 1 of
 * its sides, so that it does not matter how large it was shown. What is out of range is
 * moved inside.
 *
 * @param left distance from the left, as a fraction of the width; NaN centres
 * @param top distance from the top, as a fraction of the height; NaN centres
 * @param size side of the square, as a fraction of the shorter side
 */
public record Crop(double left, double top, double size) {

	/** The largest square in the middle: what is taken where nobody chose. */
	public static final Crop MIDDLE = new Crop(Double.NaN, Double.NaN, 1);

	/**
	 * The square in pixels, moved into the picture where it stood out.
	 * @param width of the picture as it is shown, in pixels
	 * @param height of the picture as it is shown, in pixels
	 */
	Rectangle of(int width, int height) {
		int shorter = Math.min(width, height);
		int side = (this.size > 0 && this.size <= 1) ? Math.max(1, (int) Math.round(this.size * shorter)) : shorter;
		return new Rectangle(within(this.left, width, side), within(this.top, height, side), side, side);
	}

	private static int within(double part, int length, int side) {
		double start = Double.isFinite(part) ? part * length : (length - side) / 2.0;
		return (int) Math.clamp(Math.round(start), 0, (long) length - side);
	}

}
