package io.channelkeeper.portfolio.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as a file that the reader's spreadsheet opens with a double click: UTF-8 with
 * its mark, separated as that language's Excel expects.
 */
final class Csv {

	/** What spreadsheets take for the beginning of a formula. */
	private static final String FORMULA = "=+-@\t\r";

	private final StringBuilder text = new StringBuilder("\uFEFF");

	private final String separator;

	/**
	 * An empty table.
	 * @param language where the decimal sign is a comma, columns end with semicolons
	 */
	Csv(Locale language) {
		this.separator = language.getLanguage().equals("de") ? ";" : ",";
	}

	void line(String... cells) {
		this.text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(this.separator)))
			.append("\r\n");
	}

	byte[] bytes() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String cell(String content) {
		boolean formula = !content.isEmpty() && FORMULA.indexOf(content.charAt(0)) >= 0;
		return '"' + (formula ? "'" : "") + content.replace("\"", "\"\"") + '"';
	}

}
