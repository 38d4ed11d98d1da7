package io.channelkeeper.mail;

import java.util.regex.Pattern;

/**
 * Makes of what somebody typed a text that can stand in a mail header.
 */
final class HeaderText {

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

	private HeaderText() {
	}

	/**
	 * One line without control characters and without marks that turn or hide text.
	 * @param typed the text
	 * @param limit how many characters are kept
	 */
	static String clean(String typed, int limit) {
		String seen = UNSEEN.matcher(typed.replaceAll("[\\r\\n\\t]+", " ")).replaceAll("");
		String line = SPACES.matcher(seen).replaceAll(" ").strip();
		int end = line.offsetByCodePoints(0, Math.min(limit, line.codePointCount(0, line.length())));
		return line.substring(0, end);
	}

}
