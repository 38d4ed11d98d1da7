package io.channelkeeper.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 256 colours of pictures that belong together, so that what is the same in two of
 * them has the same colour: the most frequent ones as they are, then such as differ.
 */
final class Palette {

	private static final int SIZE = 256;

	/** So many are taken whatever they are like: grounds, lines and texts. */
	private static final int EXACT = 40;

	/** How far apart the others are, squared. */
	private static final int APART = 140;

	private final List<Integer> colours;

	private final IndexColorModel model;

	private final Map<Integer, Integer> nearest = new HashMap<>();

	private Palette(List<Integer> colours) {
		this.colours = colours;
		int[] values = new int[SIZE];
		for (int index = 0; index < colours.size(); index++) {
			values[index] = colours.get(index);
		}
		this.model = new IndexColorModel(8, SIZE, values, 0, false, -1, 0);
	}

	static Palette of(List<BufferedImage> images) {
		Map<Integer, Integer> counts = new HashMap<>();
		images.forEach((image) -> count(image, counts));
		List<Integer> frequent = counts.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
		List<Integer> chosen = new ArrayList<>();
		for (int colour : frequent) {
			if (chosen.size() < SIZE && (chosen.size() < EXACT || isApart(colour, chosen))) {
				chosen.add(colour);
			}
		}
		return new Palette(chosen);
	}

	/** Most of a page is one colour for long. */
	private static void count(BufferedImage image, Map<Integer, Integer> counts) {
		int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		int begin = 0;
		for (int at = 1; at <= all.length; at++) {
			if (at == all.length || all[at] != all[begin]) {
				counts.merge(all[begin], at - begin, Integer::sum);
				begin = at;
			}
		}
	}

	/** The picture in these colours. */
	BufferedImage paint(BufferedImage image) {
		int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		int[] indexes = new int[all.length];
		for (int at = 0; at < all.length; at++) {
			indexes[at] = (at > 0 && all[at] == all[at - 1]) ? indexes[at - 1]
					: this.nearest.computeIfAbsent(all[at], this::nearest);
		}
		BufferedImage painted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
				this.model);
		painted.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indexes);
		return painted;
	}

	private int nearest(int colour) {
		int best = 0;
		for (int index = 1; index < this.colours.size(); index++) {
			if (distance(colour, this.colours.get(index)) < distance(colour, this.colours.get(best))) {
				best = index;
			}
		}
		return best;
	}

	private static boolean isApart(int colour, List<Integer> from) {
		return from.stream().allMatch((other) -> distance(colour, other) > APART);
	}

	private static int distance(int one, int other) {
		int red = (one >> 16 & 255) - (other >> 16 & 255);
		int green = (one >> 8 & 255) - (other >> 8 & 255);
		int blue = (one & 255) - (other & 255);
		return red * red + green * green + blue * blue;
	}

}
