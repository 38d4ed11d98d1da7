package io.channelkeeper.support.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * A table as a file that the reader's spreadsheet opens with a double click: UTF-8 with
 * its mark, separated as that language's Excel expects.
 */
public final class Csv {

	/** What such a file is called in answers. */
	public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

	/** What spreadsheets take for the beginning of a formula. */
	private static final String FORMULA = "=+-@\t\r";

	private final StringBuilder text = new StringBuilder("\uFEFF");

	private final String separator;

	/**
	 * An empty table.
	 * @param language where the decimal sign is a comma, columns end with semicolons
	 */
	public Csv(Locale language) {
		this.separator = language.getLanguage().equals("de") ? ";" : ",";
	}

	/** One more line; in no cell a formula. */
	public void line(String... cells) {
		this.text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(this.separator)))
			.append("\r\n");
	}

	/** What was written since this was called last; so long tables are never whole. */
	public byte[] bytes() {
		byte[] written = this.text.toString().getBytes(StandardCharsets.UTF_8);
		this.text.setLength(0);
		return written;
	}

	/** The header by which a browser stores the answer under a name. */
	public static String named(String file) {
		return ContentDisposition.attachment().filename(file).build().toString();
	}

	private static String cell(String content) {
		boolean formula = !content.isEmpty() && FORMULA.indexOf(content.charAt(0)) >= 0;
		return '"' + (formula ? "'" : "") + content.replace("\"", "\"\"") + '"';
	}

}
