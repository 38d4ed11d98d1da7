package io.channelkeeper.warning;

import java.util.regex.Pattern;

/**
 * Makes of a name that somebody else chose a text that can stand in a mail's body: it
 * begins no line of its own and turns no text around.
 */
final class MailText {

	private static final Pattern UNSEEN = Pattern
		.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

	private MailText() {
	}

	static String clean(String typed) {
		return UNSEEN.matcher(typed).replaceAll(" ").strip();
	}

}
