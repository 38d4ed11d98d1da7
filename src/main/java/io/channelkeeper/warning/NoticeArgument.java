package io.channelkeeper.warning;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a notice's sentence, written so that it can be read in any language
 * later. Control characters, which no typed text keeps, tell the sorts apart.
 */
public final class NoticeArgument {

	private static final String NUMBER = "\u0001";

	private static final String MESSAGE = "\u0002";

	private static final String NEXT = "\u0003";

	private NoticeArgument() {
	}

	/** A name or anything else that is the same in all languages. */
	public static String text(String text) {
		return text.replaceAll("\\p{Cc}", " ").strip();
	}

	public static String number(long number) {
		return NUMBER + number;
	}

	/** A text of ours, by its key. */
	public static String message(String key, String... arguments) {
		return Stream.concat(Stream.of(MESSAGE + key), Stream.of(arguments).map(NoticeArgument::text))
			.collect(Collectors.joining(NEXT));
	}

	/** What goes into the message format. */
	static Object read(String argument, Translation translation) {
		if (argument.startsWith(NUMBER)) {
			return Long.valueOf(argument.substring(1));
		}
		if (argument.startsWith(MESSAGE)) {
			List<String> parts = List.of(argument.substring(1).split(NEXT, -1));
			return translation.text(parts.getFirst(), parts.subList(1, parts.size()).toArray());
		}
		return argument;
	}

	/**
	 * Finds texts in the reader's language.
	 */
	interface Translation {

		String text(String key, Object[] arguments);

	}

}
