package io.channelkeeper.support;

import java.util.regex.Pattern;

/**
 * Makes what somebody typed safe to stand in one line of a page or of a mail's header:
 * without control characters, line breaks, text direction marks and zero-width
 * characters.
 */
public final class PlainText {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

	private PlainText() {
	}

	/** One line, maybe empty. */
	public static String line(String typed) {
		return SPACE.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll(" ").strip();
	}

}
