package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a list apart as spreadsheets copy it: a cell in quotes may hold separators, line
 * breaks and doubled quotes. Each line is separated by tabs if it has one, else by
 * semicolons, else by commas.
 */
final class PastedList {

	private static final String SEPARATORS = "\t;,";

	/** A quote that is closed later than this is an ordinary character. */
	private static final int LONGEST_CELL = 2000;

	private final String text;

	private PastedList(String text) {
		this.text = text;
	}

	/** The lines that are not blank. */
	static List<PastedLine> lines(String pasted) {
		return new PastedList(pasted.replace("\r\n", "\n").replace('\r', '\n')).lines();
	}

	private List<PastedLine> lines() {
		List<PastedLine> lines = new ArrayList<>();
		int number = 1;
		int start = 0;
		while (start < this.text.length()) {
			int end = endOfLine(start);
			String raw = this.text.substring(start, end);
			if (!raw.isBlank()) {
				lines.add(new PastedLine(number, raw, new PastedList(raw).cells()));
			}
			number += 1 + (int) raw.chars().filter((c) -> c == '\n').count();
			start = end + 1;
		}
		return lines;
	}

	private int endOfLine(int start) {
		int at = start;
		boolean cellStart = true;
		while (at < this.text.length() && this.text.charAt(at) != '\n') {
			int closing = cellStart ? closingQuote(at, SEPARATORS) : -1;
			at = (closing > 0) ? closing + 1 : at + 1;
			cellStart = closing < 0 && SEPARATORS.indexOf(this.text.charAt(at - 1)) >= 0;
		}
		return at;
	}

	private List<String> cells() {
		String separator = separator();
		List<String> cells = new ArrayList<>();
		int at = 0;
		while (at <= this.text.length()) {
			int closing = closingQuote(at, separator);
			int end = (closing > 0) ? closing + 1 : at;
			while (end < this.text.length() && separator.indexOf(this.text.charAt(end)) < 0) {
				end++;
			}
			cells.add((closing > 0) ? this.text.substring(at + 1, closing).replace("\"\"", "\"").strip()
					: this.text.substring(at, end).strip());
			at = end + 1;
		}
		return cells;
	}

	private String separator() {
		for (int i = 0; i < SEPARATORS.length() - 1; i++) {
			String separator = SEPARATORS.substring(i, i + 1);
			if (standsOutsideQuotes(separator)) {
				return separator;
			}
		}
		return SEPARATORS.substring(SEPARATORS.length() - 1);
	}

	private boolean standsOutsideQuotes(String separator) {
		int at = 0;
		boolean cellStart = true;
		while (at < this.text.length()) {
			int closing = cellStart ? closingQuote(at, SEPARATORS) : -1;
			at = (closing > 0) ? closing + 1 : at;
			if (at < this.text.length() && this.text.charAt(at) == separator.charAt(0)) {
				return true;
			}
			cellStart = at < this.text.length() && SEPARATORS.indexOf(this.text.charAt(at)) >= 0;
			at++;
		}
		return false;
	}

	/** Where the quotes that open here are closed before a separator or an end, or -1. */
	private int closingQuote(int open, String separators) {
		if (open >= this.text.length() || this.text.charAt(open) != '"') {
			return -1;
		}
		int limit = Math.min(this.text.length(), open + LONGEST_CELL);
		for (int at = open + 1; at < limit; at++) {
			if (this.text.charAt(at) == '"') {
				boolean doubled = at + 1 < limit && this.text.charAt(at + 1) == '"';
				if (!doubled) {
					return endsCell(at + 1, separators) ? at : -1;
				}
				at++;
			}
		}
		return -1;
	}

	private boolean endsCell(int at, String separators) {
		return at >= this.text.length() || this.text.charAt(at) == '\n'
				|| separators.indexOf(this.text.charAt(at)) >= 0;
	}

}
