package io.channelkeeper.support;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Counts the groups of prefix codes of a lossless WebP (RFC 9649, section 3) before a
 * decoder makes room for them: theirs is a number in the file, up to 65,536 and of any
 * size of picture, and costs the decoder that is used several kilobytes each. Nothing of
 * the pixels is decoded or kept, and nothing behind that number is looked at.
 * <p>
 * Strict: what the format forbids is refused even where a decoder is lenient (codes that
 * are not complete, a transform that comes twice, an end too early), so that both see the
 * same bits.
 */
final class WebpGroups {

	private static final int LITERALS = 256;

	private static final int LENGTHS = 24;

	private static final int DISTANCES = 40;

	private static final int MOST_CACHE_BITS = 11;

	private static final int COLOUR_INDEXES = 3;

	private static final int SUBTRACTED_GREEN = 2;

	/** In which order the lengths of the codes for lengths come. */
	private static final int[] ORDER = { 17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };

	private final ByteBuffer in;

	private final int height;

	private int width;

	private long at;

	private WebpGroups(ByteBuffer in, int width, int height) {
		this.in = in;
		this.width = width;
		this.height = height;
	}

	/**
	 * How many groups a decoder makes room for; 1 at least.
	 * @param in the bits from the first transform on
	 * @param width of the picture, in pixels
	 * @param height of the picture, in pixels
	 * @throws RuntimeException if it breaks off before or is none
	 */
	static int count(ByteBuffer in, int width, int height) {
		return new WebpGroups(in, width, height).count();
	}

	private int count() {
		int seen = 0;
		while (bit()) {
			int type = bits(2);
			require((seen & (1 << type)) == 0);
			seen |= 1 << type;
			transform(type);
		}
		cache();
		return bit() ? 1 + blocks() : 1;
	}

	private void transform(int type) {
		if (type == COLOUR_INDEXES) {
			int colours = bits(8) + 1;
			image(colours, 1);
			this.width = shrunk(this.width, (colours > 16) ? 0 : (colours > 4) ? 1 : (colours > 2) ? 2 : 3);
		}
		else if (type != SUBTRACTED_GREEN) {
			blocks();
		}
	}

	/** A picture with one pixel for each block of the whole one. */
	private int blocks() {
		int bits = bits(3) + 2;
		return image(shrunk(this.width, bits), shrunk(this.height, bits));
	}

	private static int shrunk(int side, int bits) {
		return (side + (1 << bits) - 1) >> bits;
	}

	/** The size of the cache of colours, 0 for none. */
	private int cache() {
		if (!bit()) {
			return 0;
		}
		int bits = bits(4);
		require(bits >= 1 && bits <= MOST_CACHE_BITS);
		return 1 << bits;
	}

	/**
	 * Goes over a picture inside.
	 * @return the largest number in red and green. Those that are written out suffice:
	 * all others are copies of them, or 0.
	 */
	private int image(int width, int height) {
		PrefixCode green = code(LITERALS + LENGTHS + cache());
		PrefixCode red = code(LITERALS);
		PrefixCode blue = code(LITERALS);
		PrefixCode alpha = code(LITERALS);
		PrefixCode distance = code(DISTANCES);
		int largest = 0;
		int left = width * height;
		while (left > 0) {
			int symbol = next(green);
			if (symbol < LITERALS) {
				largest = Math.max(largest, next(red) << 8 | symbol);
				next(blue);
				next(alpha);
				left--;
			}
			else if (symbol < LITERALS + LENGTHS) {
				int length = number(symbol - LITERALS);
				require(length <= left);
				number(next(distance));
				left -= length;
			}
			else {
				left--;
			}
		}
		return largest;
	}

	private int number(int prefix) {
		if (prefix < 4) {
			return prefix + 1;
		}
		int extra = (prefix - 2) >> 1;
		return ((2 + (prefix & 1)) << extra) + bits(extra) + 1;
	}

	private PrefixCode code(int symbols) {
		return new PrefixCode(bit() ? few(symbols) : lengths(symbols));
	}

	/** One symbol or two; the smaller one first, as all encoders have them. */
	private int[] few(int symbols) {
		int[] lengths = new int[symbols];
		boolean two = bit();
		int first = bits(bit() ? 8 : 1);
		lengths[first] = 1;
		if (two) {
			int second = bits(8);
			require(second > first);
			lengths[second] = 1;
		}
		return lengths;
	}

	private int[] lengths(int symbols) {
		int[] ofLengths = new int[ORDER.length];
		int given = bits(4) + 4;
		for (int i = 0; i < given; i++) {
			ofLengths[ORDER[i]] = bits(3);
		}
		PrefixCode code = new PrefixCode(ofLengths);
		int[] lengths = new int[symbols];
		int coming = bit() ? 2 + bits(2 + 2 * bits(3)) : symbols;
		int previous = 8;
		for (int symbol = 0; symbol < symbols && coming > 0; coming--) {
			int length = next(code);
			int times = switch (length) {
				case 16 -> 3 + bits(2);
				case 17 -> 3 + bits(3);
				case 18 -> 11 + bits(7);
				default -> 1;
			};
			int repeated = (length == 16) ? previous : (length > 16) ? 0 : length;
			Arrays.fill(lengths, symbol, symbol + times, repeated);
			previous = (repeated > 0) ? repeated : previous;
			symbol += times;
		}
		return lengths;
	}

	private int next(PrefixCode code) {
		int bits = 0;
		int length = 0;
		int symbol = code.symbol(bits, length);
		while (symbol < 0) {
			bits = bits << 1 | bits(1);
			length++;
			symbol = code.symbol(bits, length);
		}
		return symbol;
	}

	private boolean bit() {
		return bits(1) == 1;
	}

	private int bits(int count) {
		int value = 0;
		for (int bit = 0; bit < count; bit++) {
			value |= (this.in.get((int) (this.at >> 3)) >> (this.at & 7) & 1) << bit;
			this.at++;
		}
		return value;
	}

	private static void require(boolean allowed) {
		if (!allowed) {
			throw new IllegalArgumentException("Not a lossless WebP");
		}
	}

	/**
	 * A canonical prefix code; one of a single symbol takes no bits.
	 */
	private static final class PrefixCode {

		private static final int MOST_BITS = 15;

		/** By the number of bits: the first code, and where its symbol stands. */
		private final int[] first = new int[MOST_BITS + 2];

		private final int[] start = new int[MOST_BITS + 2];

		private final int[] symbols;

		PrefixCode(int[] lengths) {
			int[] count = new int[MOST_BITS + 1];
			for (int length : lengths) {
				count[length]++;
			}
			int used = lengths.length - count[0];
			this.symbols = new int[used];
			for (int length = 1, at = 0; length <= MOST_BITS; length++) {
				this.start[length] = at;
				for (int symbol = 0; symbol < lengths.length; symbol++) {
					if (lengths[symbol] == length) {
						this.symbols[at++] = symbol;
					}
				}
				this.start[length + 1] = at;
				this.first[length + 1] = (this.first[length] + count[length]) << 1;
			}
			require(used == 1 || this.first[MOST_BITS + 1] == 2 << MOST_BITS);
		}

		/** What a code stands for, or -1 for one that goes on. */
		int symbol(int bits, int length) {
			if (this.symbols.length == 1) {
				return this.symbols[0];
			}
			int at = this.start[length] + bits - this.first[length];
			return (length > 0 && at < this.start[length + 1]) ? this.symbols[at] : -1;
		}

	}

}
