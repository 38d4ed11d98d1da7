package io.channelkeeper.calendar;

/**
 * Folds lines as calendars want it: none longer than 75 octets, no character cut in two
 * (RFC 5545, 3.1). Libraries count characters.
 */
final class FoldedLines {

	private static final int OCTETS = 75;

	private FoldedLines() {
	}

	static String of(String unfolded) {
		StringBuilder folded = new StringBuilder(unfolded.length() + unfolded.length() / 32);
		int length = 0;
		for (int point : unfolded.codePoints().toArray()) {
			int octets = octets(point);
			if (length + octets > OCTETS && point != '\r' && point != '\n') {
				folded.append("\r\n ");
				length = 1;
			}
			folded.appendCodePoint(point);
			length = (point == '\n') ? 0 : length + octets;
		}
		return folded.toString();
	}

	/** How many octets UTF-8 takes; an end of line belongs to no line. */
	private static int octets(int point) {
		if (point == '\r') {
			return 0;
		}
		return (point < 0x80) ? 1 : (point < 0x800) ? 2 : (point < 0x10000) ? 3 : 4;
	}

}
