package io.channelkeeper.warning;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the answer of a mail server means (RFC 5321, 4.2.3; RFC 3463).
 */
public enum MailAnswer {

	/** Nobody has this address. */
	NO_SUCH_ADDRESS,

	/** The mailbox is full. */
	FULL,

	/** The mail is too big. */
	TOO_BIG,

	/** It takes no mails from this sender. */
	BLOCKED,

	/** Not now, for a reason of its own. */
	NOT_NOW,

	/** Not at all, for a reason of its own. */
	OTHER,

	/** There was no answer. */
	NONE;

	private static final Pattern CODE = Pattern
		.compile("\\s*([45]\\d\\d)(?!\\d)(?:[ -]+[45]\\.(\\d{1,3}\\.\\d{1,3})\\b)?");

	/** By the subject and detail of the enhanced code. */
	private static final Map<String, MailAnswer> DETAILS = Map.of("1.1", NO_SUCH_ADDRESS, "1.2", NO_SUCH_ADDRESS, "1.3",
			NO_SUCH_ADDRESS, "1.6", NO_SUCH_ADDRESS, "1.10", NO_SUCH_ADDRESS, "2.1", NO_SUCH_ADDRESS, "2.2", FULL,
			"2.3", TOO_BIG, "3.4", TOO_BIG);

	/** Where a server says no more than that. */
	private static final Map<String, MailAnswer> CODES = Map.of("550", NO_SUCH_ADDRESS, "551", NO_SUCH_ADDRESS, "553",
			NO_SUCH_ADDRESS, "452", FULL, "552", FULL, "521", BLOCKED, "554", BLOCKED, "556", NO_SUCH_ADDRESS);

	/**
	 * What an answer means.
	 * @param words as the server said it, or as the attempt to reach it failed
	 */
	static MailAnswer of(@Nullable String words) {
		Matcher code = CODE.matcher((words != null) ? words : "");
		if (!code.lookingAt()) {
			return NONE;
		}
		MailAnswer otherwise = code.group(1).startsWith("4") ? NOT_NOW : OTHER;
		String detail = code.group(2);
		if (detail == null) {
			return CODES.getOrDefault(code.group(1), otherwise);
		}
		return detail.startsWith("7.") ? (otherwise == OTHER) ? BLOCKED : NOT_NOW
				: DETAILS.getOrDefault(detail, otherwise);
	}

}
