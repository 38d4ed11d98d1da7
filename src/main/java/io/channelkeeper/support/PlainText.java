package io.channelkeeper.support;

import java.text.Normalizer;

/**
 * Makes one line of plain text out of what somebody typed or pasted: names and tags that
 * look the same are the same, and nothing in them steers the page they are shown on.
 */
public final class PlainText {

	private static final int JOINER = 0x200D;

	private static final int NON_JOINER = 0x200C;

	private static final int VARIATION_FIRST = 0xFE00;

	private static final int VARIATION_LAST = 0xFE0F;

	/** Letters and marks that show nothing though Unicode counts them as text. */
	private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

	private PlainText() {
	}

	/**
	 * Drops control, zero-width and direction characters, joins white space to single
	 * spaces and trims. Joiners stay where emoji and scripts need them.
	 */
	public static String line(String typed) {
		int[] points = Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().toArray();
		StringBuilder kept = new StringBuilder(points.length);
		for (int i = 0; i < points.length; i++) {
			int point = points[i];
			if (isSpace(point)) {
				kept.append(' ');
			}
			else if (isText(point) || joins(points, i)) {
				kept.appendCodePoint(point);
			}
		}
		return kept.toString().replaceAll(" {2,}", " ").strip();
	}

	private static boolean isSpace(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point);
	}

	private static boolean isText(int point) {
		int type = Character.getType(point);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.PRIVATE_USE && BLANKS.indexOf(point) < 0 && !isNoncharacter(point);
	}

	private static boolean isNoncharacter(int point) {
		return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
	}

	/**
	 * Between two parts of one emoji, or between letters of a script that uses joiners.
	 */
	private static boolean joins(int[] points, int at) {
		if ((points[at] != JOINER && points[at] != NON_JOINER) || at == 0 || at == points.length - 1) {
			return false;
		}
		int before = points[at - 1];
		int after = points[at + 1];
		boolean emoji = points[at] == JOINER && Character.isEmoji(after)
				&& (Character.isEmoji(before) || (before >= VARIATION_FIRST && before <= VARIATION_LAST));
		return emoji || (shapesLetters(before) && shapesLetters(after));
	}

	private static boolean shapesLetters(int point) {
		if (!Character.isLetter(point) && Character.getType(point) != Character.NON_SPACING_MARK
				&& Character.getType(point) != Character.COMBINING_SPACING_MARK) {
			return false;
		}
		return switch (Character.UnicodeScript.of(point)) {
			case ARABIC, SYRIAC, MONGOLIAN, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA,
					MALAYALAM, SINHALA, KHMER, MYANMAR ->
				true;
			default -> false;
		};
	}

}
