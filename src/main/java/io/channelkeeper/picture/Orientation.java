package io.channelkeeper.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, by the number that EXIF has for it. A picture is stored as the
 * sensor saw it, and is to be shown turned or mirrored.
 *
 * @param swapped whether rows are to be shown as columns
 * @param leftwards whether stored columns run from right to left then
 * @param upwards whether stored rows run from bottom to top then
 */
record Orientation(boolean swapped, boolean leftwards, boolean upwards) {

	/** Shown as stored. */
	static final Orientation UPRIGHT = new Orientation(false, false, false);

	private static final int TAG = 0x0112;

	private static final int ENTRIES_AT_MOST = 1000;

	/** By EXIF's number; what is none of 1 to 8 is upright. */
	static Orientation of(int number) {
		return (number < 1 || number > 8) ? UPRIGHT
				: new Orientation(number >= 5, number == 2 || number == 3 || number == 7 || number == 8,
						number == 3 || number == 4 || number == 6 || number == 7);
	}

	/**
	 * Finds the orientation in EXIF data.
	 * @param exif from the byte order on; upright where nothing in it can be read
	 */
	static Orientation of(ByteBuffer exif) {
		try {
			ByteBuffer in = exif.slice();
			in.order((in.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int directory = in.getInt(4);
			int entries = Math.min(in.getShort(directory), ENTRIES_AT_MOST);
			for (int entry = 0; entry < entries; entry++) {
				int at = directory + 2 + 12 * entry;
				if ((in.getShort(at) & 0xffff) == TAG) {
					return of(in.getShort(at + 8));
				}
			}
		}
		catch (IndexOutOfBoundsException ex) {
			// EXIF that leads nowhere says nothing.
		}
		return UPRIGHT;
	}

	/**
	 * Where a part of the shown picture is stored.
	 * @param width of the stored picture, in pixels
	 * @param height of the stored picture, in pixels
	 */
	Rectangle stored(Rectangle shown, int width, int height) {
		Rectangle part = this.swapped ? new Rectangle(shown.y, shown.x, shown.height, shown.width)
				: new Rectangle(shown);
		if (this.leftwards) {
			part.x = width - part.x - part.width;
		}
		if (this.upwards) {
			part.y = height - part.y - part.height;
		}
		return part;
	}

	/** A stored square as it is to be shown. */
	BufferedImage shown(BufferedImage square) {
		if (equals(UPRIGHT)) {
			return square;
		}
		int side = square.getWidth();
		BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				int column = this.swapped ? y : x;
				int row = this.swapped ? x : y;
				turned.setRGB(x, y, square.getRGB(this.leftwards ? side - 1 - column : column,
						this.upwards ? side - 1 - row : row));
			}
		}
		return turned;
	}

}
