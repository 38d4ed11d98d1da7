package io.channelkeeper.support.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the place of a missing picture. Templates know it as {@code #faces}.
 */
public final class Faces {

	private static final int GROUNDS = 6;

	/** First letters of the first and the last word of a name. */
	public String initials(String name) {
		String[] words = Stream.of(name.strip().split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> !word.isEmpty())
			.toArray(String[]::new);
		if (words.length == 0) {
			return "?";
		}
		return Stream.of(words[0], (words.length > 1) ? words[words.length - 1] : "")
			.filter((word) -> !word.isEmpty())
			.map((word) -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
			.collect(Collectors.joining());
	}

	/** One of six dark grounds, always the same for the same id. */
	public int ground(Object id) {
		return Math.floorMod(id.hashCode(), GROUNDS) + 1;
	}

}
